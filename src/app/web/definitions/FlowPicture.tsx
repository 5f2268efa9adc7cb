import { useTranslation } from 'react-i18next'
import type { PreviewResult } from '../../../lifecycle/contract.ts'
import { useFormat } from '../../../ui/format.ts'
import { useStageColour } from '../../../ui/stageWords.ts'
import classes from './preview.module.css'
import { StageOfDraft } from './StageOfDraft.tsx'

const row = 46
const thickest = 22

/**
 * From the stages of now, at the left, to those of the draft, at the right: a ribbon for each way that somebody would go, as thick as
 * there are many. Up is whole, down is broken; every number is text beside it or in the list below.
 */
export function FlowPicture({ result }: { result: PreviewResult }) {
  const { t } = useTranslation()
  const colour = useStageColour()
  const stages = inOrder(result.stages)
  const most = Math.max(1, ...result.flows.map(countOf))
  const place = (key: string | null) => stages.findIndex(({ stage }) => stage === key)
  return (
    <figure className={classes.picture} aria-label={t('preview.flows')}>
      <Column
        heading={t('preview.before')}
        rows={stages.map(({ stage, before }) => ({ stage, count: before }))}
      />
      <svg
        aria-hidden
        className={classes.ribbons}
        viewBox={`0 0 100 ${stages.length * row}`}
        preserveAspectRatio="none"
        style={{ height: stages.length * row }}
      >
        {result.flows.map(flow => {
          const [from, to] = [place(flow.from), place(flow.to)]
          return (
            <path
              key={`${flow.from} ${flow.to}`}
              d={curve(from, to)}
              className={classes.ribbon}
              stroke={colour(flow.to, 'fill')}
              strokeWidth={2 + (thickest - 2) * Math.sqrt(countOf(flow) / most)}
              strokeDasharray={to < from ? '7 4' : undefined}
            />
          )
        })}
      </svg>
      <Column
        heading={t('preview.after')}
        rows={stages.map(({ stage, before, after }) => ({ stage, count: after, more: after - before }))}
      />
    </figure>
  )
}

type Flow = PreviewResult['flows'][number]

export const countOf = ({ people, organizations }: Flow) => people + organizations

/** As the definitions have them, after who is in none; no row for nobody. */
const inOrder = (stages: PreviewResult['stages']) =>
  [...stages.filter(({ stage }) => stage === null), ...stages.filter(({ stage }) => stage !== null)].filter(
    ({ stage, before, after }) => stage !== null || before + after > 0,
  )

function curve(from: number, to: number): string {
  const [a, b] = [(from + 0.5) * row, (to + 0.5) * row]
  return `M0 ${a}C45 ${a} 55 ${b} 100 ${b}`
}

type ColumnProps = { heading: string; rows: { stage: string | null; count: number; more?: number }[] }

function Column({ heading, rows }: ColumnProps) {
  const format = useFormat()
  return (
    <div className={classes.column}>
      <span className={classes.heading}>{heading}</span>
      <ul>
        {rows.map(({ stage, count, more }) => (
          <li key={stage ?? 'none'} style={{ height: row }}>
            <StageOfDraft stage={stage} />
            <span className={classes.count}>
              {format.number(count)}
              {more ? <small>{format.signed(more)}</small> : null}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
