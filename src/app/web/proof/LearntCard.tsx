import { Button, Table, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Notice } from '../../../imports/web/Notice.tsx'
import type { Interval, Learnt } from '../../../proof/contract.ts'
import { useAccess } from '../../../ui/access.ts'
import { useFormat } from '../../../ui/format.ts'
import { Section } from '../../../ui/Page.tsx'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { useWholeSentence } from '../definitions/useDefinitions.ts'
import { useFunnelAddress } from '../funnelInView.ts'
import { Adoption } from './Adoption.tsx'
import classes from './proof.module.css'

/** `usual`: the part of all contacts that came to the outcome. */
type Props = { id: string; learnt?: Learnt; usual: number; onAskAgain: () => void }

/** The score that the outcomes teach, in rules that a person can read, beside today's. */
export function LearntCard({ id, learnt, usual, onAskAgain }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { can } = useAccess()
  if (!learnt)
    return (
      <Section title={t('proof.learnt.title')}>
        <Text>{t('proof.learnt.none')}</Text>
      </Section>
    )
  const canAdopt = can('definitions.manage') && learnt.model.fitShare === 100
  const isProved = learnt.from === 'outcomes'
  const { todayOnSame: today, card, difference } = learnt
  const isBetter = difference !== undefined && difference.low > 0
  const numbers = { learntOn: format.number(learnt.learntOn), provedOn: format.number(learnt.provedOn) }
  return (
    <Section
      title={t('proof.learnt.title')}
      about={isProved && t('proof.learnt.about', { count: learnt.rules.length, ...numbers })}
      actions={canAdopt && <Adopt id={id} isBetter={isBetter} />}
    >
      {learnt.from !== 'outcomes' && <Notice kind="question">{t(`proof.learnt.${learnt.from}`)}</Notice>}
      {isProved && (
        <Compared
          areas={[
            ['card', card.auc],
            ['exact', learnt.exact],
            ['today', today],
          ]}
        />
      )}
      {difference && <Difference of={difference} />}
      <Rules rules={learnt.rules} usual={usual} />
      {canAdopt && <Adoption id={id} />}
      {can('definitions.manage') && !canAdopt && <Outdated onAskAgain={onAskAgain} />}
    </Section>
  )
}

/** By how much the card ranks better than today's score, and whether that could be chance. */
function Difference({ of: { value, low, high } }: { of: Interval }) {
  const { t } = useTranslation()
  const format = useFormat()
  const ofHundred = (area: number) => format.signed(Math.round(1000 * area) / 10)
  const numbers = { value: ofHundred(value), low: ofHundred(low), high: ofHundred(high) }
  if (low > 0) return <Text>{t('proof.learnt.better', numbers)}</Text>
  return <Notice kind="question">{t(`proof.learnt.${high < 0 ? 'worse' : 'alike'}`, numbers)}</Notice>
}

/** A card of a proof from before the card was the whole total. */
function Outdated({ onAskAgain }: Pick<Props, 'onAskAgain'>) {
  const { t } = useTranslation()
  return (
    <Notice kind="question">
      <Text size="sm">{t('proof.learnt.outdated')}</Text>
      <Button variant="default" size="xs" mt="xs" onClick={onAskAgain}>
        {t('proof.again')}
      </Button>
    </Notice>
  )
}

function Adopt({ id, isBetter }: { id: string; isBetter: boolean }) {
  const { t } = useTranslation()
  const { done, failed } = useToasts()
  const navigate = useNavigate()
  const address = useFunnelAddress()
  const adopt = useMutation({
    mutationFn: () => api.proof.adopt.call({ id }),
    onSuccess: () => {
      done(t('proof.learnt.adopted'))
      void navigate(`${address('/definitions')}#score`)
    },
    onError: failed,
  })
  return (
    <Button
      variant={isBetter ? 'filled' : 'default'}
      onClick={() => adopt.mutate()}
      loading={adopt.isPending}
      title={t('proof.learnt.adoptAbout')}
    >
      {t('proof.learnt.adopt')}
    </Button>
  )
}

function Compared({ areas }: { areas: ['card' | 'exact' | 'today', Interval | undefined][] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t('proof.learnt.same')}
      </Text>
      <dl className={classes.compared}>
        {areas.map(([key, area]) => (
          <div key={key}>
            <dt>{t(`proof.learnt.${key}`)}</dt>
            <dd>{area ? format.number(Math.round(1000 * area.value) / 10) : '–'}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Rules({ rules, usual }: { rules: Learnt['rules']; usual: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const sentence = useWholeSentence()
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table className={classes.numbers}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right">{t('proof.learnt.points')}</Table.Th>
            <Table.Th>{t('proof.learnt.rule')}</Table.Th>
            <Table.Th ta="right">{t('proof.learnt.people')}</Table.Th>
            <Table.Th ta="right">{t('proof.learnt.share')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rules
            .toSorted((a, b) => b.points - a.points)
            .map(rule => (
              <Table.Tr key={rule.key}>
                <Table.Td ta="right" className={rule.points < 0 ? classes.loss : classes.gain}>
                  {format.signed(Math.round(rule.points))}
                </Table.Td>
                <Table.Td>
                  <div className={classes.sentence}>{sentence(rule.when)}</div>
                  {rule.points * (rule.share - usual) < 0 && (
                    <span className={classes.quiet}>
                      {t(rule.points < 0 ? 'proof.learnt.yetTakes' : 'proof.learnt.yetGives')}
                    </span>
                  )}
                </Table.Td>
                <Table.Td ta="right">{format.number(rule.people)}</Table.Td>
                <Table.Td ta="right">{format.percent(rule.share)}</Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
