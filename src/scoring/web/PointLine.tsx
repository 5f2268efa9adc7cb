import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Catalogue, useReasonValue, useSentence } from '../../criteria/web/parts.tsx'
import { useAnyText } from '../../ui/anyText.ts'
import { useFormat } from '../../ui/format.ts'
import classes from './score.module.css'
import type { ScoreNames, ShownEventsLine, ShownLine } from './shownPoints.ts'

type Props = { line: ShownLine; catalogue: Catalogue; names: ScoreNames }

/** One line of the account: what gave the points, how many, and how much has faded. */
export function PointLine({ line, ...words }: Props) {
  const format = useFormat()
  return (
    <li className={classes.line}>
      <span className={classes.reason}>
        <LineReason line={line} {...words} />
      </span>
      <span className={classes.points} data-sign={Math.sign(line.points)}>
        {format.signed(line.points)}
      </span>
    </li>
  )
}

function LineReason({ line, catalogue, names }: Props) {
  const { t } = useTranslation()
  const text = useAnyText()
  if (line.kind === 'fact') return <FactReason line={line} catalogue={catalogue} names={names} />
  if (line.kind === 'events') return <EventsReason line={line} names={names} />
  if (line.kind === 'group_cap')
    return (
      <span>
        {t('points.cap', { group: names.group(line.group) ?? text(`scoring.groups.${line.group}`) })}
      </span>
    )
  return <span>{t(`points.${line.kind}`)}</span>
}

type FactProps = Props & { line: { kind: 'fact' } }

function FactReason({ line, catalogue, names }: FactProps) {
  const text = useAnyText()
  const sentence = useSentence(catalogue)
  const read = useReasonValue(catalogue)
  const sentences = line.because.map(({ holds, rule }) => sentence(holds ? rule : { not: rule })).join(' · ')
  // Two criteria may look at the same fact: what it says is said once.
  const values = [...new Set(line.because.map(read).filter(Boolean))].join(' · ')
  return (
    <>
      {names.rule(line.rule) ?? text(`scoring.rules.${line.rule}`, { defaultValue: sentences })}
      <Text size="xs" c="dimmed" title={sentences}>
        {values || sentences}
      </Text>
    </>
  )
}

function EventsReason({ line, names }: { line: ShownEventsLine; names: ScoreNames }) {
  const { t } = useTranslation()
  const text = useAnyText()
  const format = useFormat()
  const [first] = line.eventIds
  const name = names.rule(line.rule) ?? text(`scoring.rules.${line.rule}`)
  const faded = Math.round((line.earned - line.points) * 10) / 10
  return (
    <>
      {first ? (
        <Anchor href={`#event-${first}`} size="sm" c="inherit">
          {name}
        </Anchor>
      ) : (
        name
      )}
      {line.times > 1 && ` × ${line.times}`}
      <Text size="xs" c="dimmed">
        {format.date(line.at)}
        {faded !== 0 &&
          ` · ${t('points.faded', { earned: format.number(line.earned), faded: format.number(Math.abs(faded)) })}`}
      </Text>
    </>
  )
}
