import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { lifecycleChanges, scoreChanges } from '../../../lifecycle/definitionChanges.ts'
import { useFormat } from '../../../ui/format.ts'
import classes from './definitions.module.css'
import type { Definition } from './useDefinitions.ts'
import { useEditing } from './useDraft.ts'

type WhatProps = { isInForce: boolean; onChange: (isInForce: boolean) => void }

/** While a draft is open: which of the two one reads, and the way to the other. */
export function WhatIsRead({ isInForce, onChange }: WhatProps) {
  const { t } = useTranslation()
  return (
    <Group gap="xs" role="status">
      <Text size="sm" flex="1 1 18rem">
        {t(isInForce ? 'definitions.reads.inForce' : 'definitions.reads.draft')}
      </Text>
      <Button size="xs" variant="default" onClick={() => onChange(!isInForce)}>
        {t(isInForce ? 'definitions.reads.seeDraft' : 'definitions.reads.seeInForce')}
      </Button>
    </Group>
  )
}

type ShownProps = { kind: 'lifecycle' | 'score'; funnel: Definition; isDraft: boolean }

/** The version in force, and whether what stands below it is that or the draft. */
export function ShownVersion({ kind, funnel, isDraft }: ShownProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { inForce, shown } = useEditing()
  const changes =
    kind === 'lifecycle'
      ? lifecycleChanges(inForce.lifecycle, shown.lifecycle)
      : scoreChanges(inForce.score, shown.score)
  const [version, at] =
    kind === 'lifecycle'
      ? [funnel.lifecycleVersion, funnel.lifecyclePublishedAt]
      : [funnel.scoreVersion, funnel.scorePublishedAt]
  const differs = isDraft && changes.length > 0
  return (
    <p className={classes.version}>
      {t(differs ? 'definitions.draftOver' : 'definitions.version', { version, date: format.date(at) })}
    </p>
  )
}
