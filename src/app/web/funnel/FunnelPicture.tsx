import { Tooltip } from '@mantine/core'
import { IconArrowBarRight, IconArrowBarToRight, IconArrowDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../ui/format.ts'
import { stageIcon, stageKey } from '../../../ui/stages.ts'
import { useStageColour, useStagePlural } from '../../../ui/stageWords.ts'
import { contactsWhere } from '../contactsWhere.ts'
import { StagePopover } from '../definitions/StagePopover.tsx'
import { useFunnelInput } from '../funnelInView.ts'
import classes from './funnel.module.css'
import type { FunnelRow } from './report.ts'

/**
 * The funnel as a picture: each band is as wide as the share of contacts who stand at that stage or beyond it,
 * so it can only narrow. Where nobody stands it is pale, and after the last stage that was reached there is none.
 * Every number is text beside its band; the picture itself says nothing more.
 */
export function FunnelPicture({ rows }: { rows: FunnelRow[] }) {
  const widths = widthsOf(rows)
  return (
    <ol className={classes.funnel}>
      {rows.map((row, place) => (
        <li key={row.stage}>
          <Band row={row} from={widths[place] ?? 0} to={widths[place + 1] || (widths[place] ?? 0) * 0.82} />
          <span className={classes.meaning}>
            <StagePopover stage={row.stage} />
          </span>
          <Stale row={row} />
          {place < rows.length - 1 && <Conversion row={row} />}
        </li>
      ))}
    </ol>
  )
}

/** Percent of the picture's width for each stage and beyond; a stage that anybody reached stays visible. */
function widthsOf(rows: FunnelRow[]): number[] {
  const beyond = rows.map((_, place) => rows.slice(place).reduce((sum, row) => sum + row.count, 0))
  const all = beyond[0] || 1
  return beyond.map(count => (count ? Math.max(3, (100 * count) / all) : 0))
}

function Band({ row, from, to }: { row: FunnelRow; from: number; to: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const plural = useStagePlural()
  const Icon = stageIcon(stageKey(row.stage))
  const colour = useStageColour()
  return (
    <Link
      to={contactsWhere({ is: 'stage', anyOf: [row.stage], ...useFunnelInput() })}
      className={classes.band}
    >
      <span className={classes.stage} style={{ color: colour(row.stage, 'ink') }}>
        <Icon aria-hidden size={19} stroke={1.8} />
        {plural(row.stage)}
      </span>
      <svg className={classes.shape} viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden>
        <path d={outline(from, to)} fill={colour(row.stage, row.count ? 'fill' : 'wash')} />
      </svg>
      <span className={classes.count} data-none={row.count === 0 || undefined}>
        {format.number(row.count)}
      </span>
      <span className={classes.flow}>
        <Flow icon={IconArrowBarToRight} label={t('funnel.entered')} count={row.entered} />
        <Flow icon={IconArrowBarRight} label={t('funnel.left')} count={row.left} />
      </span>
    </Link>
  )
}

/** A band that narrows from one width to the next in a curve. */
function outline(from: number, to: number): string {
  const [a, b, c, d] = [50 - from / 2, 50 + from / 2, 50 + to / 2, 50 - to / 2]
  return `M${a} 0H${b}C${b} 22 ${c} 18 ${c} 40H${d}C${d} 18 ${a} 22 ${a} 0Z`
}

function Flow({ icon: Icon, label, count }: { icon: typeof IconArrowDown; label: string; count: number }) {
  const format = useFormat()
  return (
    <span className={classes.moved}>
      <Icon aria-hidden size={14} stroke={2} />
      {format.number(count)} <span>{label}</span>
    </span>
  )
}

/** A share of fewer says nothing. */
const fewest = 10

function Conversion({ row: { conversion, tooSoon, couldAdvance, advanced } }: { row: FunnelRow }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (tooSoon)
    return (
      <Tooltip label={t('funnel.tooSoonMeans')} multiline maw={320}>
        <span className={classes.conversion}>{t('funnel.tooSoon')}</span>
      </Tooltip>
    )
  if (conversion === null) return null
  const means = { could: format.number(couldAdvance), advanced: format.number(advanced) }
  return (
    <Tooltip label={t('funnel.conversionMeans', { ...means, count: couldAdvance })} multiline maw={320}>
      <span className={classes.conversion}>
        <IconArrowDown aria-hidden size={13} stroke={2.2} />
        {couldAdvance < fewest
          ? t('funnel.advancesOfFew', { ...means, count: advanced })
          : t('funnel.advances', { ...means, count: advanced, share: format.percent(conversion) })}
      </span>
    </Tooltip>
  )
}

/** How many have been there for longer than the stage allows, and the way to them. */
function Stale({ row: { stage, stale } }: { row: FunnelRow }) {
  const { t } = useTranslation()
  const format = useFormat()
  const funnel = useFunnelInput()
  if (stale === 0) return null
  return (
    <Link to={contactsWhere({ is: 'stale', anyOf: [stage], ...funnel })} className={classes.stale}>
      {t('funnel.stale', { count: stale, number: format.number(stale) })}
    </Link>
  )
}
