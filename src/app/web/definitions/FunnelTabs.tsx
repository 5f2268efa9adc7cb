import { Group, SegmentedControl, VisuallyHidden } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconStarFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useAccess } from '../../../ui/access.ts'
import { useFunnelName } from '../funnelInView.ts'
import { AddButton } from './AddButton.tsx'
import { AddFunnel } from './AddFunnel.tsx'
import classes from './definitions.module.css'
import { FunnelMenu } from './FunnelMenu.tsx'
import { type Definition, useFunnelShown } from './useDefinitions.ts'

/** Which funnels there are, the one that is shown, and what can be done with them. */
export function FunnelTabs({ funnels }: { funnels: Definition[] }) {
  const { t } = useTranslation()
  const shown = useFunnelShown()
  const [, setParams] = useSearchParams()
  const [opened, { open, close }] = useDisclosure()
  const canEdit = useAccess().can('definitions.manage')
  if (!shown || (funnels.length < 2 && !canEdit)) return null
  return (
    <div className={classes.funnels}>
      <SegmentedControl
        className={classes.funnelChoice}
        aria-label={t('funnels.title')}
        value={shown.key}
        onChange={key => setParams(key === funnels[0]?.key ? {} : { funnel: key })}
        data={funnels.map(funnel => ({ value: funnel.key, label: <FunnelLabel funnel={funnel} /> }))}
      />
      {canEdit && (
        <Group gap={4} wrap="nowrap">
          <FunnelMenu funnel={shown} funnels={funnels} />
          <AddButton onClick={open}>{t('funnels.add')}</AddButton>
        </Group>
      )}
      {opened && <AddFunnel funnels={funnels} onClose={close} />}
    </div>
  )
}

function FunnelLabel({ funnel }: { funnel: Definition }) {
  const { t } = useTranslation()
  const nameOf = useFunnelName()
  return (
    <Group gap={5} wrap="nowrap" justify="center">
      {nameOf(funnel)}
      {funnel.isMain && (
        <>
          <IconStarFilled size={11} aria-hidden />
          <VisuallyHidden>{t('funnels.isMain')}</VisuallyHidden>
        </>
      )}
    </Group>
  )
}
