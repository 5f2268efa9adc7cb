import { Anchor, Button, Group, Progress, Text, Title } from '@mantine/core'
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useAccess } from '../../ui/access.ts'
import { useAnyText } from '../../ui/anyText.ts'
import { useFormat } from '../../ui/format.ts'
import { type Mapping, tellsWhoBought } from '../mapping.ts'
import type { ImportNow } from './api.ts'
import classes from './imports.module.css'
import { Notice } from './Notice.tsx'
import { OutcomeRows } from './OutcomeRows.tsx'
import { RepeatButton, UndoButton, useAct } from './WayBack.tsx'

/** The run: how far it is, what came of it, and the way back. */
export function RunStep({ job }: { job: ImportNow }) {
  if (job.state === 'running') return <Running job={job} />
  if (job.state === 'undoing') return <Undoing />
  return <Ended job={job} />
}

function Running({ job }: { job: ImportNow }) {
  const { t } = useTranslation()
  const format = useFormat()
  const stop = useAct(job, 'stop')
  const total = job.rowsTotal ?? 0
  return (
    <div className={classes.working} role="status">
      <Text fw={600} size="lg">
        {t('imports.run.running')}
      </Text>
      <Text c="dimmed" size="sm">
        {t('imports.run.runningAbout')}
      </Text>
      <Progress value={total ? (job.rowsDone / total) * 100 : 0} aria-label={t('imports.run.running')} />
      <Group justify="space-between">
        <span className={classes.number}>
          {t('imports.check.progressOf', {
            ...{ count: total, done: format.number(job.rowsDone), total: format.number(total) },
          })}
        </span>
        <Button variant="default" size="xs" onClick={() => stop.mutate()} loading={stop.isPending}>
          {t('imports.run.stop')}
        </Button>
      </Group>
    </div>
  )
}

function Undoing() {
  const { t } = useTranslation()
  return (
    <div className={classes.working} role="status">
      <Text fw={600} size="lg">
        {t('imports.run.undoing')}
      </Text>
      <Progress value={100} animated striped aria-label={t('imports.run.undoing')} />
    </div>
  )
}

function Ended({ job }: { job: ImportNow }) {
  const { t } = useTranslation()
  const text = useAnyText()
  const resume = useAct(job, 'run')
  const canGoOn = job.state === 'stopped' || job.state === 'failed'
  return (
    <>
      <Outcome job={job} />
      {job.error && <Notice kind="wrong">{text(`errors.${job.error.code}`, job.error.params)}</Notice>}
      {job.state !== 'undone' && (
        <Group gap="xs">
          {canGoOn && (
            <Button onClick={() => resume.mutate()} loading={resume.isPending}>
              {t('imports.run.resume')}
            </Button>
          )}
          {job.state === 'done' && (
            <>
              <Button
                component={Link}
                to={job.mapping.kind === 'organization' ? '/organizations' : '/contacts'}
              >
                {t('imports.run.seeContacts')}
              </Button>
              <Button component={Link} to="/" variant="default">
                {t('imports.run.seeFunnel')}
              </Button>
            </>
          )}
          <UndoButton job={job} />
        </Group>
      )}
      {job.state === 'undone' && (
        <Group>
          <RepeatButton job={job} />
        </Group>
      )}
      {job.state === 'done' && tellsWhoBought(job.mapping as Mapping) && <LearnFromIt />}
      {job.state === 'undone' ? (
        <details className={classes.itDid}>
          <summary>{t('imports.run.whatItDid')}</summary>
          <div className={classes.itDidRows}>
            <OutcomeRows job={job} />
          </div>
        </details>
      ) : (
        <OutcomeRows job={job} />
      )}
    </>
  )
}

/** The points of a new workspace are anybody's; those of who buys here can be learnt, by who may change them. */
function LearnFromIt() {
  const { t } = useTranslation()
  if (!useAccess().can('definitions.manage')) return null
  return (
    <Notice kind="good">
      {t('imports.run.learn')}{' '}
      <Anchor component={Link} to="/proof" size="sm" underline="always">
        {t('imports.run.learnHere')}
      </Anchor>
    </Notice>
  )
}

function Outcome({ job }: { job: ImportNow }) {
  const { t } = useTranslation()
  const { state } = job
  const key = state === 'undone' || state === 'stopped' || state === 'failed' ? state : 'done'
  return (
    <Group gap="sm" wrap="nowrap" role="status">
      {key === 'done' && <IconCircleCheck aria-hidden size={34} stroke={1.4} className={classes.good} />}
      {key === 'undone' && <IconArrowBackUp aria-hidden size={34} stroke={1.4} className={classes.mark} />}
      <div>
        <Title order={2}>{t(`imports.run.${key}`)}</Title>
        {key === 'undone' && <TakenBack job={job} />}
        {key !== 'failed' && key !== 'undone' && <Text c="dimmed">{t(`imports.run.${key}About`)}</Text>}
      </div>
    </Group>
  )
}

/** How many contacts an undo took back, and how many it left alone. */
function TakenBack({ job: { counts } }: { job: ImportNow }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { takenBack, left = 0 } = counts
  const said = [
    takenBack && t('imports.run.takenBack', { count: takenBack, number: format.number(takenBack) }),
    counts.new && takenBack && t('imports.run.inBin'),
    left ? t('imports.run.left', { count: left, number: format.number(left) }) : t('imports.run.undoneAbout'),
  ]
  return <Text c="dimmed">{said.filter(Boolean).join(' ')}</Text>
}
