import { Button, Group, Progress, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAnyText } from '../../ui/anyText.ts'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { useToasts } from '../../ui/toasts.tsx'
import { api, type ImportNow } from './api.ts'
import { DiscardButton } from './DiscardButton.tsx'
import classes from './imports.module.css'
import { Notice } from './Notice.tsx'
import { OutcomeRows } from './OutcomeRows.tsx'
import { ToColumn } from './ToColumn.tsx'

type CheckStepProps = { job: ImportNow; back: () => void; next: () => void }

/** What would become of each row, before anything is stored. */
export function CheckStep({ job, back, next }: CheckStepProps) {
  if (job.state === 'checking') return <Checking job={job} back={back} />
  if (job.state === 'failed') return <FailedCheck job={job} back={back} />
  return <Checked job={job} back={back} next={next} />
}

function Checking({ job, back }: { job: ImportNow; back: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { expected } = job.counts
  return (
    <div className={classes.working} role="status">
      <Text fw={600} size="lg">
        {t('imports.check.checking')}
      </Text>
      <Text c="dimmed" size="sm">
        {t('imports.check.checkingAbout')}
      </Text>
      <Progress
        value={expected ? Math.min(100, (job.rowsDone / expected) * 100) : 100}
        animated={!expected}
        striped={!expected}
        aria-label={t('imports.check.checking')}
      />
      <Group justify="space-between">
        <span className={classes.number}>
          {expected
            ? t('imports.check.progressAbout', {
                done: format.number(job.rowsDone),
                total: format.number(Math.max(expected, job.rowsDone)),
              })
            : t('imports.check.progress', { count: job.rowsDone, done: format.number(job.rowsDone) })}
        </span>
        <Button variant="default" size="xs" onClick={back}>
          {t('imports.check.back')}
        </Button>
      </Group>
    </div>
  )
}

function FailedCheck({ job, back }: { job: ImportNow; back: () => void }) {
  const { t } = useTranslation()
  const text = useAnyText()
  return (
    <Section title={t('imports.check.failed')}>
      <Notice kind="wrong">{job.error && text(`errors.${job.error.code}`, job.error.params)}</Notice>
      <Group justify="space-between">
        <DiscardButton job={job} />
        <Button variant="default" onClick={back}>
          {t('imports.check.back')}
        </Button>
      </Group>
    </Section>
  )
}

function Checked({ job, back, next }: CheckStepProps) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { failed } = useToasts()
  const count = rowsToStore(job)
  const run = useMutation(
    api.imports.run.mutationOptions({
      onSuccess: running => {
        queries.setQueryData(api.imports.get.queryKey({ input: { id: job.id } }), running)
        next()
      },
      onError: failed,
    }),
  )
  return (
    <Section title={t('imports.check.title')} about={t('imports.check.about')}>
      <Undated job={job} />
      <OutcomeRows job={job} />
      <Group data-bar justify="space-between" className={classes.foot}>
        <Group gap="xs">
          <Button variant="default" onClick={back}>
            {t('imports.back')}
          </Button>
          <DiscardButton job={job} />
        </Group>
        <Button onClick={() => run.mutate({ id: job.id })} loading={run.isPending} disabled={count === 0}>
          {count === 0 ? t('imports.run.nothing') : t('imports.run.start', { count })}
        </Button>
      </Group>
    </Section>
  )
}

/** What happened without a date counts as of the day of the import: a purchase of years ago would be one of today. */
function Undated({ job: { counts, mapping } }: { job: ImportNow }) {
  const { t } = useTranslation()
  const format = useFormat()
  const count = counts.undated
  if (!count) return null
  const tells = mapping.columns.findIndex(({ target }) => target.as === 'meaning' && target.at === 'import')
  const dated = mapping.columns.findIndex(({ target }) => target.as === 'meaning')
  return (
    <Notice kind="question" title={t('imports.check.undated', { count, rows: format.number(count) })}>
      {t('imports.check.undatedAbout', { day: format.date(new Date()) })}{' '}
      <ToColumn column={tells < 0 ? dated : tells} />
    </Notice>
  )
}

/** Repeated rows bring no fact, but where a column tells what happened they may bring that. */
function rowsToStore({ counts, mapping }: ImportNow): number {
  const telling = new Set(['meaning', 'consent', 'objection', 'note'])
  const tells = mapping.columns.some(({ target }) => telling.has(target.as))
  return (counts.new ?? 0) + (counts.update ?? 0) + (tells ? (counts.duplicate ?? 0) : 0)
}
