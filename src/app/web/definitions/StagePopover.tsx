import { ActionIcon, Popover } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStageName } from '../../../ui/stageWords.ts'
import { StageMeaning } from './StageMeaning.tsx'

/** Beside a stage: what it means here, in one click. */
export function StagePopover({ stage }: { stage: string }) {
  const { t } = useTranslation()
  const name = useStageName()
  return (
    <Popover width={340} position="bottom-start" withinPortal>
      <Popover.Target>
        <ActionIcon size={24} aria-label={t('definitions.open', { stage: name(stage) })}>
          <IconInfoCircle size={15} stroke={1.7} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <StageMeaning stage={stage} />
      </Popover.Dropdown>
    </Popover>
  )
}
