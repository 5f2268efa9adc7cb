import { Anchor, Button, Text, UnstyledButton } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useAnyText } from '../../ui/anyText.ts'
import { Failed } from '../../ui/Failed.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loading } from '../../ui/Loading.tsx'
import { api, type ImportNow, type RowNow } from './api.ts'
import classes from './imports.module.css'
import { isKept, isLeftOut } from './leftOut.ts'
import { Made } from './Made.tsx'
import { ToColumn } from './ToColumn.tsx'

const outcomes = ['new', 'update', 'duplicate', 'refused'] as const

/** Warnings are a note on rows that are counted already. */
type Outcome = (typeof outcomes)[number] | 'warned'

/** How many rows had each outcome, and the rows of the one chosen with their reasons. */
export function OutcomeRows({ job }: { job: ImportNow }) {
  const { t } = useTranslation()
  const format = useFormat()
  const warned = job.counts.warned ?? 0
  const [shown, setShown] = useState<Outcome>(
    outcomes.find(each => each === 'refused' && job.counts.refused) ??
      outcomes.find(each => job.counts[each]) ??
      'new',
  )
  return (
    <>
      <section className={classes.counts} aria-label={t('imports.check.rows')}>
        {outcomes.map(outcome => (
          <OutcomeCount
            key={outcome}
            outcome={outcome}
            job={job}
            isShown={outcome === shown}
            show={setShown}
          />
        ))}
      </section>
      {warned > 0 && (
        <UnstyledButton
          className={classes.warnings}
          aria-pressed={shown === 'warned'}
          onClick={() => setShown('warned')}
        >
          <b>{t('imports.reasons.warned', { count: warned, rows: format.number(warned) })}</b>
          <span className={classes.countAbout}>{t(`imports.${saying(job)}.warned`)}</span>
        </UnstyledButton>
      )}
      {(job.counts.refused ?? 0) > 0 && (
        <div>
          <Button
            component="a"
            href={`/api/imports/${job.id}/refused`}
            download
            variant="default"
            size="xs"
            leftSection={<IconDownload aria-hidden size={15} />}
          >
            {t('imports.check.downloadRefused')}
          </Button>
        </div>
      )}
      {(shown === 'warned' || shown === 'refused') && (
        <Reasons key={`why ${shown}`} job={job} outcome={shown} />
      )}
      <Rows key={shown} job={job} outcome={shown} />
    </>
  )
}

/** What will become of rows, what became of them, or what that was before it was taken back. */
const saying = ({ changeSetId, state }: ImportNow) =>
  state === 'undone' ? 'outcomesUndone' : changeSetId ? 'outcomesDone' : 'outcomesAbout'

/** Each thing that is wrong once, with its value and how many rows say so. */
function Reasons({ job, outcome }: { job: ImportNow; outcome: 'warned' | 'refused' }) {
  const { t } = useTranslation()
  const text = useAnyText()
  const format = useFormat()
  const reasons = useQuery(api.imports.reasons.queryOptions({ input: { id: job.id, outcome } }))
  if (!reasons.data?.length) return null
  return (
    <ul className={classes.reasons} aria-label={t('imports.reasons.why')}>
      {reasons.data.map(({ code, column, params, rows }, i) => (
        <li key={i}>
          <span>
            {column !== undefined && <b>{job.columns[column]?.name}: </b>}
            {text(`errors.${code}`, params)}
            {outcome === 'warned' && isLeftOut(code) && ` ${t('imports.reasons.leftOut')}`}
            {column !== undefined && !job.changeSetId && (
              <>
                {' '}
                <ToColumn column={column} />
              </>
            )}
          </span>
          <span className={classes.times}>
            {t('imports.reasons.times', { count: rows, rows: format.number(rows) })}
          </span>
        </li>
      ))}
    </ul>
  )
}

type OutcomeCountProps = {
  outcome: Outcome
  job: ImportNow
  isShown: boolean
  show: (outcome: Outcome) => void
}

function OutcomeCount({ outcome, job, isShown, show }: OutcomeCountProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <UnstyledButton
      className={classes.count}
      data-outcome={outcome}
      aria-pressed={isShown}
      onClick={() => show(outcome)}
    >
      <span className={classes.countNumber}>{format.number(job.counts[outcome] ?? 0)}</span>
      <span className={classes.countName}>{t(`imports.outcomes.${outcome}`)}</span>
      <span className={classes.countAbout}>{t(`imports.${saying(job)}.${outcome}`)}</span>
    </UnstyledButton>
  )
}

function Rows({ job, outcome }: { job: ImportNow; outcome: Outcome }) {
  const { t } = useTranslation()
  const which = outcome === 'warned' ? { warned: true } : { outcome }
  const rows = useInfiniteQuery(
    api.imports.rows.infiniteOptions({
      input: (after: number | undefined) => ({ id: job.id, ...which, after, limit: 30 }),
      initialPageParam: undefined,
      getNextPageParam: page => page.next,
    }),
  )
  if (rows.isPending) return <Loading rows={5} />
  if (rows.isError) return <Failed error={rows.error} retry={() => void rows.refetch()} />
  const all = rows.data.pages.flatMap(page => page.rows)
  if (all.length === 0) return <Text c="dimmed">{t('imports.check.noRows')}</Text>
  return (
    <>
      <ul className={classes.rows}>
        {all.map(row => (
          <OneRow key={row.line} row={row} job={job} />
        ))}
      </ul>
      {rows.hasNextPage && (
        <Button variant="default" onClick={() => void rows.fetchNextPage()} loading={rows.isFetchingNextPage}>
          {t('imports.check.more')}
        </Button>
      )}
    </>
  )
}

function OneRow({ row, job }: { row: RowNow; job: ImportNow }) {
  const { t } = useTranslation()
  const text = useAnyText()
  return (
    <li className={classes.row}>
      <div className={classes.rowHead}>
        <span className={classes.line}>{t('imports.check.row', { line: row.line })}</span>
        {row.contactId && (
          <Anchor
            component={Link}
            to={`/${row.kind === 'organization' ? 'organizations' : 'contacts'}/${row.contactId}`}
            size="sm"
          >
            {t('imports.check.contact')}
          </Anchor>
        )}
      </div>
      {row.made ? (
        <Made made={row.made} row={row} job={job}>
          {cellsOf(row, job).join(' · ')}
        </Made>
      ) : (
        <div className={classes.cells}>{cellsOf(row, job).join(' · ')}</div>
      )}
      {row.reasons.map(({ code, column, params }, i) => (
        <Text key={i} size="sm" className={isKept(code) ? classes.cells : classes.reason}>
          {column !== undefined && <b>{job.columns[column]?.name}: </b>}
          {text(`errors.${code}`, params)}
          {row.outcome !== 'refused' && isLeftOut(code) && ` ${t('imports.reasons.leftOut')}`}
        </Text>
      ))}
    </li>
  )
}

/** The cells that the import uses; all of them where none is used. */
function cellsOf({ cells }: RowNow, { mapping }: ImportNow): string[] {
  const used = cells.filter((cell, i) => cell.trim() !== '' && mapping.columns[i]?.target.as !== 'evidence')
  return (used.length > 0 ? used : cells.filter(cell => cell.trim() !== '')).slice(0, 12)
}
