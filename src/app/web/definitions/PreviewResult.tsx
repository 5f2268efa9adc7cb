import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PreviewResult as Result } from '../../../lifecycle/contract.ts'
import { useFormat } from '../../../ui/format.ts'
import { Section } from '../../../ui/Page.tsx'
import { Temperature } from '../../../ui/Temperature.tsx'
import { BeforeAfter } from './BeforeAfter.tsx'
import { DeadRules } from './DeadRules.tsx'
import { FlowPicture } from './FlowPicture.tsx'
import { Flows } from './Flows.tsx'
import classes from './preview.module.css'
import { Totals } from './Totals.tsx'
import { useDraftStageName } from './useChangeText.ts'
import { useSavedDraft } from './useDraft.ts'
import { rejudgedIn, Verdicts } from './Verdicts.tsx'

/** All that a preview found: who would move, how scores shift, whose work it is, which rules change nothing. */
export function PreviewResult({ result }: { result: Result }) {
  const { t } = useTranslation()
  const format = useFormat()
  const rejudged = rejudgedIn(result)
  const counts = {
    moved: format.number(result.moved),
    rescored: format.number(result.rescored),
    all: format.number(result.contacts),
  }
  return (
    <>
      <p className={classes.sum}>
        <strong>{t('preview.moved', { count: result.moved, ...counts })}</strong>{' '}
        {t('preview.rescored', { count: result.rescored, ...counts })}{' '}
        {result.verdicts && t('preview.rejudged', { count: rejudged, number: format.number(rejudged) })}
      </p>
      <Verdicts result={result} />
      <Section title={t('preview.flows')} about={t('preview.flowsAbout')}>
        <FlowPicture result={result} />
        {result.flows.length > 0 ? (
          <Flows result={result} />
        ) : (
          <Text size="sm" c="dimmed">
            {t('preview.noFlows')}
          </Text>
        )}
      </Section>
      {result.rescored > 0 && (
        <Section title={t('preview.scores')} about={t('preview.scoresAbout')}>
          <Totals totals={result.totals} />
          <Temperatures result={result} />
        </Section>
      )}
      <Section title={t('preview.load')} about={t('preview.loadAbout')}>
        <Load result={result} />
      </Section>
      <DeadRules result={result} />
    </>
  )
}

function Temperatures({ result }: { result: Result }) {
  const { t } = useTranslation()
  return (
    <BeforeAfter
      what={t('preview.temperature')}
      rows={result.temperatures.map(each => ({
        ...each,
        key: each.temperature,
        shown: <Temperature value={each.temperature} />,
      }))}
    />
  )
}

const roles = ['sales', 'both', 'marketing'] as const

/** By who looks after the stages and, of those, by the owner of each contact; who has none comes last. */
function Load({ result }: { result: Result }) {
  const { t } = useTranslation()
  if (result.load.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('preview.noLoad')}
      </Text>
    )
  return roles.map(role => <LoadOf key={role} role={role} load={result.load} />)
}

function LoadOf({ role, load }: { role: (typeof roles)[number]; load: Result['load'] }) {
  const { t } = useTranslation()
  const name = useDraftStageName()
  const stages = useSavedDraft()?.draft?.lifecycle.stages ?? []
  // Of a preview kept by an earlier version it is not known.
  const theirs = load.filter(({ responsible = 'sales' }) => responsible === role)
  if (theirs.length === 0) return null
  const theirStages = stages.filter(({ responsible }) => responsible === role).map(name)
  return (
    <BeforeAfter
      what={[t(`definitions.responsible.${role}`), theirStages.join(', ')].filter(Boolean).join(': ')}
      rows={theirs.map(each => ({
        ...each,
        key: each.ownerId ?? 'none',
        shown: each.name ?? <em>{t('preview.nobody')}</em>,
      }))}
    />
  )
}
