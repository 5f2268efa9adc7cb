import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { keyFrom } from '../../../platform/keyFrom.ts'
import { useFormat } from '../../../ui/format.ts'
import { addRule } from '../definitions/changing.ts'
import { useEditing } from '../definitions/useDraft.ts'
import classes from './scoreSetUp.module.css'
import { type Signal, suggestedRule } from './signals.ts'
import { useSignalNames } from './useSignals.ts'

/** Signals that no rule counts, each added with the points that it usually has. */
export function AddSignals({ signals }: { signals: Signal[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = useSignalNames()
  const { shown, edit } = useEditing()
  const { fit, engagement, engagementFacts } = shown.score
  if (signals.length === 0) return null
  const add = (signal: Signal) => {
    const taken = [...fit, ...engagement, ...engagementFacts].map(({ key }) => key)
    const key = keyFrom(signal.name, 'rule', key => taken.includes(key))
    edit(addRule('engagement', { ...suggestedRule(signal, shown.score), key }))
  }
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4}>
        {t('scoreSetUp.interest.unused')}
      </Text>
      <Group gap={6} className={classes.unused}>
        {signals.map(signal => (
          <Button
            key={signal.name}
            size="compact-xs"
            variant="default"
            leftSection={<IconPlus size={12} aria-hidden />}
            onClick={() => add(signal)}
          >
            {name(signal.name)} {format.signed(suggestedRule(signal, shown.score).points)}
          </Button>
        ))}
      </Group>
    </div>
  )
}
