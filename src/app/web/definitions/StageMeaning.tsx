import { Anchor, Stack, Text } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { StageBadge } from '../../../ui/StageBadge.tsx'
import { stageKey } from '../../../ui/stages.ts'
import { StageWordsContext } from '../../../ui/stageWords.ts'
import { useOwnWords } from './useChangeText.ts'
import { useDefinitions, useSentence } from './useDefinitions.ts'

/** Lets every screen below call the stages as the workspace does, and say what they mean. */
export function WithStageWords({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation()
  const stages = useDefinitions().data?.funnels[0]?.lifecycle.stages
  const locale = i18n.language === 'en' ? 'en' : 'es'
  const words = useMemo(
    () => ({
      nameOf: (stage: string) => stages?.find(({ key }) => key === stage)?.name?.[locale],
      colorOf: (stage: string) => stages?.find(({ key }) => key === stage)?.color,
      Meaning: stages && StageMeaning,
    }),
    [stages, locale],
  )
  return <StageWordsContext value={words}>{children}</StageWordsContext>
}

/** What a stage means here, who looks after it and what one does, with the way to the whole definition. */
export function StageMeaning({ stage }: { stage: string }) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const own = useOwnWords()
  const definition = useDefinitions().data?.funnels[0]?.lifecycle.stages.find(({ key }) => key === stage)
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
        {isEverybody ? t('definitions.everyone') : sentence(definition.entry)}
      </Text>
      <Text size="sm" c="dimmed">
        {t('definitions.who')}: {t(`definitions.responsible.${definition.responsible}`)}.{' '}
        {own(definition.does) ?? (key && t(`definitions.does.${key}`))}
      </Text>
      <Anchor component={Link} to={`/definitions#${stage}`} size="sm">
        {t('definitions.readAll')}
      </Anchor>
    </Stack>
  )
}
