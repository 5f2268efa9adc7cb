import { Group, NumberInput, SegmentedControl, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format.ts'
import classes from './proof.module.css'
import type { AskedProof } from './useProof.ts'

/** `proved`: how many of the contacts the curve rests on. */
type Props = { curve: number[]; people: number; proved: number; question: AskedProof['question'] }
type Span = 'week' | 'all'

const weekLength = 7 * 86_400_000
/** A longer period was not asked for by its length: a capacity by the week says nothing of it. */
const mostWeeks = 105
/** Of fewer contacts a share says little. */
const fewest = 30

/** What part of the outcomes the team would catch with as many contacts as it can attend to. */
export function Capacity({ curve, people, proved, question }: Props) {
  const { t } = useTranslation()
  const weeks = Math.round((+new Date(question.to) - +new Date(question.from)) / weekLength)
  const [span, setSpan] = useState<Span>('all')
  const [number, setNumber] = useState<number | ''>('')
  const isByWeek = span === 'week' && weeks <= mostWeeks
  return (
    <div className={classes.capacity}>
      <Group gap="sm" align="flex-end">
        <NumberInput
          label={t('proof.capacity.ask')}
          min={1}
          max={1_000_000}
          allowDecimal={false}
          value={number}
          onChange={value => setNumber(typeof value === 'number' ? value : '')}
        />
        {weeks <= mostWeeks && (
          <SegmentedControl
            aria-label={t('proof.capacity.ask')}
            value={span}
            onChange={value => setSpan(value as Span)}
            data={(['week', 'all'] as const).map(value => ({
              value,
              label: t(`proof.capacity.spans.${value}`),
            }))}
          />
        )}
      </Group>
      {number !== '' && number > 0 && (
        <Caught
          curve={curve}
          people={people}
          proved={proved}
          capacity={isByWeek ? number * weeks : number}
          weeks={isByWeek ? weeks : undefined}
        />
      )}
    </div>
  )
}

type CaughtProps = Omit<Props, 'question'> & { capacity: number; weeks?: number }

function Caught({ curve, people, proved, capacity, weeks }: CaughtProps) {
  const { t } = useTranslation()
  const format = useFormat()
  if (capacity >= people) return <Text role="status">{t('proof.capacity.everybody')}</Text>
  const chance = capacity / people
  const looked = Math.max(1, Math.round(chance * proved))
  const numbers = {
    number: format.number(capacity),
    people: format.number(people),
    share: format.percent(chance),
  }
  return (
    <div role="status">
      <Text fw={600}>
        {t('proof.capacity.caught', {
          share: format.percent(caughtWith(curve, chance)),
          chance: format.percent(chance),
        })}
      </Text>
      <Text size="sm" c="dimmed">
        {weeks
          ? t('proof.capacity.ofWeeks', { count: weeks, weeks, ...numbers })
          : t('proof.capacity.of', numbers)}
        {looked < fewest && ` ${t('proof.capacity.few', { count: looked })}`}
      </Text>
    </div>
  )
}

/** Between two percents of the curve, in proportion. */
function caughtWith(curve: number[], share: number): number {
  const place = Math.floor(100 * share)
  const [below, above] = [place ? (curve[place - 1] ?? 0) : 0, curve[place] ?? 1]
  return below + (100 * share - place) * (above - below)
}
