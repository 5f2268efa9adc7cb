import { Anchor, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { StageBadge } from '../../../ui/StageBadge.tsx'
import { stageKey } from '../../../ui/stages.ts'
import { useFunnelAddress } from '../funnelInView.ts'
import { useOwnWords } from './useChangeText.ts'
import { useClause, useFunnelShown } from './useDefinitions.ts'

/** What a stage means here, who looks after it and what one does, with the way to the whole definition. */
export function StageMeaning({ stage }: { stage: string }) {
  const { t } = useTranslation()
  const address = useFunnelAddress()
  const clause = useClause()
  const own = useOwnWords()
  const definition = useFunnelShown()?.lifecycle.stages.find(({ key }) => key === stage)
  const key = stageKey(stage)
  if (!definition) return null
  const isEverybody = 'all' in definition.entry && definition.entry.all.length === 0
  return (
    <Stack gap={6}>
      <div>
        <StageBadge stage={stage} />
      </div>
      <Text size="sm">
        {key && t(`definitions.becomes.${key}`)}{' '}
        {isEverybody ? t('definitions.everyone') : clause(definition.entry)}
      </Text>
      <Text size="sm" c="dimmed">
        {t('definitions.who')}: {t(`definitions.responsible.${definition.responsible}`)}.{' '}
        {own(definition.does) ?? (key && t(`definitions.does.${key}`))}
      </Text>
      <Anchor component={Link} to={`${address('/definitions')}#${stage}`} size="sm">
        {t('definitions.readAll')}
      </Anchor>
    </Stack>
  )
}
