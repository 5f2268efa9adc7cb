import { Text } from '@mantine/core'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../../imports/web/Notice.tsx'
import type { Interval, Proof } from '../../../proof/contract.ts'
import { RegionContext, useFormat } from '../../../ui/format.ts'
import { useJump } from '../../../ui/jump.ts'
import { Section } from '../../../ui/Page.tsx'
import { useDefinitions, useFunnelShown } from '../definitions/useDefinitions.ts'
import { useFunnelName } from '../funnelInView.ts'
import { Calibrated } from './Calibrated.tsx'
import { Capacity } from './Capacity.tsx'
import { InNoOrder } from './InNoOrder.tsx'
import { Leaks } from './Leaks.tsx'
import { LearntCard } from './LearntCard.tsx'
import { ProfileTable } from './ProfileTable.tsx'
import classes from './proof.module.css'
import { formOf, type Question } from './question.ts'
import { RuleTable } from './RuleTable.tsx'
import { Tenths } from './Tenths.tsx'
import type { AskedProof } from './useProof.ts'

type Props = { proof: AskedProof; result: Proof; question: Question; onAsk: (question: Question) => void }

/** `#profile` goes to the profile that today's customers propose. */
export function ProofResult({ proof, result, question, onAsk }: Props) {
  const { t } = useTranslation()
  const isCompared = result.today.auc !== undefined
  useJump(true)
  return (
    <>
      <Whom proof={proof} result={result} />
      <Outdated askedAt={proof.askedAt} />
      {result.isOneDay && <InNoOrder onChoose={inOrderOf => onAsk({ ...question, inOrderOf })} />}
      <div className={classes.columns}>
        <Section
          title={t('proof.verdict.title')}
          about={t(result.isOneDay ? 'proof.verdict.byChance' : 'proof.verdict.about')}
        >
          <Verdict area={result.today.auc} />
          {isCompared && <Reach reach={result.today.reach} />}
          {isCompared && result.today.curve && (
            <Capacity
              curve={result.today.curve}
              people={result.people}
              proved={result.today.deciles.reduce((sum, { people }) => sum + people, 0)}
              question={proof.question}
            />
          )}
        </Section>
        {isCompared && (
          <Section title={t('proof.tenths.title')} about={t('proof.tenths.about')}>
            <Tenths deciles={result.today.deciles} />
          </Section>
        )}
      </div>
      <LearntCard
        id={proof.id}
        learnt={result.learnt}
        usual={result.won / result.people}
        onAskAgain={() => onAsk(question)}
      />
      <div id="profile">
        <ProfileTable profile={result.profile ?? []} />
      </div>
      <Leaks leaks={result.leaks} question={question} onAsk={onAsk} />
      <RuleTable rules={result.rules} />
      {isCompared && (
        <Section title={t('proof.calibration.title')} about={t('proof.calibration.about')}>
          <Calibrated calibration={result.today.calibration} />
        </Section>
      )}
    </>
  )
}

/** What is told of today's score is of another, once a new one is in force. */
function Outdated({ askedAt }: { askedAt: Date | string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const at = useFunnelShown()?.scorePublishedAt
  if (!at || new Date(at) <= new Date(askedAt)) return null
  return <Notice kind="question">{t('proof.otherScore', { when: format.relative(at) })}</Notice>
}

function Whom({ proof, result: { people, won, isSample } }: Pick<Props, 'proof' | 'result'>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { timeZone } = useContext(RegionContext)
  const { from, to } = proof.question
  // The end of a period is the first instant after it.
  const lastDay = new Date(new Date(to).getTime() - 1)
  const isAll = formOf(proof.question, timeZone).period === 'all'
  const numbers = {
    number: format.number(people),
    won: format.number(won),
    share: format.percent(won / people),
  }
  const funnels = useDefinitions().data?.funnels ?? []
  const funnel = useFunnelShown()
  const nameOf = useFunnelName()
  return (
    <Text c="dimmed" size="sm">
      {funnels.length > 1 && funnel && `${nameOf(funnel)}. `}
      {isAll
        ? t('proof.until', { to: format.date(lastDay) })
        : t('proof.between', { from: format.date(from), to: format.date(lastDay) })}{' '}
      {t('proof.people', { count: people, ...numbers })}. {isSample && t('proof.sample')}{' '}
      {t('proof.asked', { when: format.relative(proof.askedAt), name: proof.askedByName })}.
    </Text>
  )
}

/** The least area that each word stands for. */
const levels = [
  [0.8, 'great'],
  [0.7, 'good'],
  [0.6, 'fair'],
  [0.55, 'little'],
  [0, 'chance'],
] as const

function Verdict({ area }: { area?: Interval }) {
  const { t } = useTranslation()
  if (!area) return <Text>{t('proof.verdict.none')}</Text>
  const [, word] = levels.find(([least]) => area.value >= least) ?? levels[4]
  const ofHundred = (share: number) => Math.round(100 * share)
  return (
    <div className={classes.verdict}>
      <span className={classes.big}>{ofHundred(area.value)}</span>
      <div>
        <Text fw={600}>{t(`proof.verdict.levels.${word}`)}</Text>
        <Text>{t('proof.verdict.pairs', { count: ofHundred(area.value) })}</Text>
        <Text size="sm" c="dimmed">
          {t('proof.verdict.interval', { low: ofHundred(area.low), high: ofHundred(area.high) })}
        </Text>
      </div>
    </div>
  )
}

function Reach({ reach }: { reach: Proof['today']['reach'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div>
      <Text fw={600}>{t('proof.reach.title')}</Text>
      <Text size="sm" c="dimmed">
        {t('proof.reach.about')}
      </Text>
      <ul className={classes.reach}>
        {reach.map(({ contacts, share }) => (
          <li key={contacts}>
            <span className={classes.bar} style={{ inlineSize: `${100 * share}%` }} aria-hidden />
            <span>{t('proof.reach.line', { contacts, share: format.percent(share) })}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
