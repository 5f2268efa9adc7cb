import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Catalogue, useReasonValue, useSentence } from '../../criteria/web/parts.tsx'
import { useAnyText } from '../../ui/anyText.ts'
import { useFormat } from '../../ui/format.ts'
import classes from './score.module.css'
import type { ShownEventsLine, ShownLine } from './shownPoints.ts'

/** One line of the account: what gave the points, how many, and how much has faded. */
export function PointLine({ line, catalogue }: { line: ShownLine; catalogue: Catalogue }) {
  const format = useFormat()
  return (
    <li className={classes.line}>
      <span className={classes.reason}>
        <LineReason line={line} catalogue={catalogue} />
      </span>
      <span className={classes.points} data-sign={Math.sign(line.points)}>
        {format.signed(line.points)}
      </span>
    </li>
  )
}

function LineReason({ line, catalogue }: { line: ShownLine; catalogue: Catalogue }) {
  const { t } = useTranslation()
  const text = useAnyText()
  if (line.kind === 'fact') return <FactReason line={line} catalogue={catalogue} />
  if (line.kind === 'events') return <EventsReason line={line} />
  if (line.kind === 'group_cap')
    return <span>{t('points.cap', { group: text(`scoring.groups.${line.group}`) })}</span>
  return <span>{t(`points.${line.kind}`)}</span>
}

type FactProps = { line: ShownLine & { kind: 'fact' }; catalogue: Catalogue }

function FactReason({ line, catalogue }: FactProps) {
  const text = useAnyText()
  const sentence = useSentence(catalogue)
  const read = useReasonValue(catalogue)
  const sentences = line.because.map(({ holds, rule }) => sentence(holds ? rule : { not: rule })).join(' · ')
  // Two criteria may look at the same fact: what it says is said once.
  const values = [...new Set(line.because.map(read).filter(Boolean))].join(' · ')
  return (
    <>
      {text(`scoring.rules.${line.rule}`, { defaultValue: sentences })}
      <Text size="xs" c="dimmed" title={sentences}>
        {values || sentences}
      </Text>
    </>
  )
}

function EventsReason({ line }: { line: ShownEventsLine }) {
  const { t } = useTranslation()
  const text = useAnyText()
  const format = useFormat()
  const [first] = line.eventIds
  const name = text(`scoring.rules.${line.rule}`)
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
