import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PreviewResult } from '../../../lifecycle/contract.ts'
import { useFormat } from '../../../ui/format.ts'
import { Section } from '../../../ui/Page.tsx'
import classes from './definitions.module.css'
import { StageOfDraft } from './StageOfDraft.tsx'
import { useRuleName } from './useChangeText.ts'
import { useClause } from './useDefinitions.ts'
import { useSavedDraft } from './useDraft.ts'

/** So many are read at once; the rest is behind a word. */
const atOnce = 6

/** Rules without which everything would be as it is. */
export function DeadRules({ result: { dead, sampled, contacts } }: { result: PreviewResult }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (sampled === 0) return null
  const shown = (rule: (typeof dead)[number]) => (
    <li key={JSON.stringify(rule)}>
      {'stage' in rule ? (
        <>
          <StageOfDraft stage={rule.stage} size="sm" /> <Clause rule={rule.rule} />
        </>
      ) : (
        <RuleOf name={rule.score} />
      )}
    </li>
  )
  return (
    <Section
      title={t('preview.dead')}
      about={
        sampled < contacts
          ? t('preview.deadAbout', { count: sampled, number: format.number(sampled) })
          : t('preview.deadInAll')
      }
    >
      {dead.length === 0 && <Text size="sm">{t('preview.noneDead')}</Text>}
      <ul className={classes.changes}>{dead.slice(0, atOnce).map(shown)}</ul>
      {dead.length > atOnce && (
        <details>
          <summary className={classes.version}>
            {t('preview.allDead', { count: dead.length - atOnce })}
          </summary>
          <ul className={classes.changes}>{dead.slice(atOnce).map(shown)}</ul>
        </details>
      )}
    </Section>
  )
}

const Clause = ({ rule }: { rule: Parameters<ReturnType<typeof useClause>>[0] }) => <>{useClause()(rule)}</>

function RuleOf({ name }: { name: string }) {
  const { t } = useTranslation()
  const ruleName = useRuleName()
  const score = useSavedDraft()?.draft?.score
  const rule =
    score && [...score.fit, ...score.engagement, ...score.engagementFacts].find(({ key }) => key === name)
  return <>{t('preview.deadScore', { rule: rule ? ruleName(rule) : name })}</>
}
