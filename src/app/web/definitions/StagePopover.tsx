import { ActionIcon, Anchor, Popover, Stack, Text } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { StageBadge } from '../../../ui/StageBadge.tsx'
import { stageKey } from '../../../ui/stages.ts'
import { useDefinitions, useSentence } from './useDefinitions.ts'

/** Beside a stage: what it means here, in one click. */
export function StagePopover({ stage }: { stage: string }) {
  const { t } = useTranslation()
  const name = t(`words.stages.${stageKey(stage) ?? 'none'}`)
  return (
    <Popover width={340} position="bottom-start" withinPortal>
      <Popover.Target>
        <ActionIcon size={24} aria-label={t('definitions.open', { stage: name })}>
          <IconInfoCircle size={15} stroke={1.7} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Meaning stage={stage} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Meaning({ stage }: { stage: string }) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const definition = useDefinitions().data?.funnels[0]?.lifecycle.stages.find(({ key }) => key === stage)
  const key = stageKey(stage)
  if (!definition || !key) return null
  const isEverybody = 'all' in definition.entry && definition.entry.all.length === 0
  return (
    <Stack gap={6}>
      <div>
        <StageBadge stage={stage} />
      </div>
      <Text size="sm">
        {t(`definitions.becomes.${key}`)}{' '}
        {isEverybody ? t('definitions.everyone') : sentence(definition.entry)}
      </Text>
      <Text size="sm" c="dimmed">
        {t('definitions.who')}: {t(`definitions.responsible.${definition.responsible}`)}.{' '}
        {t(`definitions.does.${key}`)}
      </Text>
      <Anchor component={Link} to={`/definitions#${stage}`} size="sm">
        {t('definitions.readAll')}
      </Anchor>
    </Stack>
  )
}
