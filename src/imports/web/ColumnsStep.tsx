import { Button, Group, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format.ts'
import { useJump } from '../../ui/jump.ts'
import { Loading } from '../../ui/Loading.tsx'
import { Section } from '../../ui/Page.tsx'
import { useToasts } from '../../ui/toasts.tsx'
import { type ColumnMapping, identifies, judgedRows, type Mapping, openQuestions } from '../mapping.ts'
import { api, type ImportNow } from './api.ts'
import { ColumnCard } from './ColumnCard.tsx'
import { DiscardButton } from './DiscardButton.tsx'
import classes from './imports.module.css'
import { Notice } from './Notice.tsx'
import { ToColumn } from './ToColumn.tsx'

type ColumnsStepProps = { job: ImportNow; back: () => void; next: () => void }

/** What each column becomes; every change is saved by itself. */
export function ColumnsStep({ job, back, next }: ColumnsStepProps) {
  const { t } = useTranslation()
  const { mapping, change, save, check } = useMapping(job, next)
  const questions = openQuestions(mapping)
  const known = identifies(mapping)
  return (
    <Section title={t('imports.columns.title')} about={t('imports.columns.about')}>
      <TableOf job={job} mapping={mapping} change={change} />
      {questions.length > 0 && (
        <Notice kind="question">
          {t('imports.columns.questions', { count: questions.length })}{' '}
          <ToColumn column={questions[0]?.column} />
        </Notice>
      )}
      {!known && <Notice kind="wrong">{t('imports.columns.nobody')}</Notice>}
      <Judged job={job} />
      <ColumnList job={job} mapping={mapping} change={change} />
      <Group data-bar justify="space-between" className={classes.foot}>
        <Group gap="xs">
          <Button variant="default" onClick={() => void save().then(back)}>
            {t('imports.back')}
          </Button>
          <DiscardButton job={job} />
        </Group>
        <Button
          onClick={() => check.mutate()}
          loading={check.isPending}
          disabled={questions.length > 0 || !known}
        >
          {t('imports.checkFile')}
        </Button>
      </Group>
    </Section>
  )
}

/** The mapping as it is being edited: shown at once, saved a moment after the last change. */
function useMapping(job: ImportNow, next: () => void) {
  const queries = useQueryClient()
  const { failed } = useToasts()
  const [edited, setEdited] = useState<Mapping>()
  const mapping = edited ?? (job.mapping as Mapping)
  const store = useMutation(
    api.imports.setMapping.mutationOptions({
      scope: { id: 'mapping' },
      onSuccess: saved => queries.setQueryData(api.imports.get.queryKey({ input: { id: job.id } }), saved),
      onError: failed,
    }),
  )
  const later = useDebouncedCallback(
    (changed: Mapping) => store.mutate({ id: job.id, mapping: changed }),
    700,
  )
  const save = async () => {
    // A change saved after the check began would make the check out of date.
    later.cancel()
    if (edited) await store.mutateAsync({ id: job.id, mapping: edited })
  }
  const check = useMutation({
    mutationFn: async () => {
      await save()
      return api.imports.check.call({ id: job.id })
    },
    onSuccess: async checked => {
      queries.setQueryData(api.imports.get.queryKey({ input: { id: job.id } }), checked)
      next()
    },
    onError: failed,
  })
  const change = (changed: Mapping) => {
    setEdited(changed)
    later(changed)
  }
  return { mapping, change, save, check }
}

type Editing = { job: ImportNow; mapping: Mapping; change: (mapping: Mapping) => void }

/** Whose rows these are, and which system they come from. */
function TableOf({ job, mapping, change }: Editing) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { failed } = useToasts()
  const presets = useQuery(api.imports.presets.queryOptions())
  const choose = useMutation(
    api.imports.setPreset.mutationOptions({
      onSuccess: chosen => {
        queries.setQueryData(api.imports.get.queryKey({ input: { id: job.id } }), chosen)
        change(chosen.mapping as Mapping)
      },
      onError: failed,
    }),
  )
  const systems = (presets.data ?? []).map(({ key, name, kind }) => ({
    value: key,
    label: `${name} · ${t(`imports.columns.${kind}`)}${key.endsWith('-es') ? ' · es' : ''}`,
  }))
  if (presets.isPending) return <Loading rows={1} />
  return (
    <div className={classes.fields}>
      <Select
        label={t('imports.columns.rows')}
        data={(['person', 'organization'] as const).map(value => ({
          value,
          label: t(`imports.columns.${value}`),
        }))}
        value={mapping.kind}
        allowDeselect={false}
        onChange={kind => kind && change({ ...mapping, kind: kind as Mapping['kind'] })}
      />
      <Select
        label={t('imports.columns.system')}
        data={[{ value: 'none', label: t('imports.columns.systemNone') }, ...systems]}
        value={mapping.preset ?? 'none'}
        allowDeselect={false}
        searchable
        onChange={preset => preset && choose.mutate({ id: job.id, preset })}
      />
    </div>
  )
}

/** A long file has been read in part so far: no count here may be taken for the whole. */
function Judged({ job }: { job: ImportNow }) {
  const { t } = useTranslation()
  const format = useFormat()
  const known = job.rowsTotal ?? Math.max(...job.columns.map(({ filled }) => filled))
  if (known < judgedRows) return null
  return <p className={classes.quiet}>{t('imports.columns.judged', { rows: format.number(judgedRows) })}</p>
}

type Shown = 'all' | 'onlyUsed' | 'onlyEvidence'

function ColumnList({ job, mapping, change }: Editing) {
  const { t } = useTranslation()
  const fields = useQuery(api.imports.fields.queryOptions())
  const questions = useQuery(api.imports.questions.queryOptions())
  const [shown, setShown] = useState<Shown>('all')
  const [wanted, setWanted] = useState('')
  useJump(!fields.isPending && !questions.isPending)
  // Without them the selects would have nothing to name their choice by.
  if (fields.isPending || questions.isPending) return <Loading rows={8} />
  const isUsed = (column: ColumnMapping) => column.target.as !== 'evidence'
  const used = mapping.columns.filter(isUsed).length
  const set = (index: number, column: ColumnMapping) =>
    change({ ...mapping, columns: mapping.columns.map((each, i) => (i === index ? column : each)) })
  return (
    <>
      <Group justify="space-between" gap="sm">
        <TextInput
          aria-label={t('imports.columns.filter')}
          placeholder={t('imports.columns.filter')}
          value={wanted}
          onChange={event => setWanted(event.currentTarget.value)}
        />
        <SegmentedControl
          size="xs"
          value={shown}
          onChange={value => setShown(value as Shown)}
          data={(['all', 'onlyUsed', 'onlyEvidence'] as const).map(value => ({
            value,
            label: t(`imports.columns.${value}`),
          }))}
        />
        <span className={classes.quiet}>
          {t('imports.columns.used', { count: used, all: mapping.columns.length })}
        </span>
      </Group>
      <ul className={classes.columns}>
        {mapping.columns.map((column, index) => {
          const found = column.name.toLowerCase().includes(wanted.toLowerCase())
          const fits = shown === 'all' || isUsed(column) === (shown === 'onlyUsed')
          const about = job.columns[index]
          if (!found || !fits || !about) return null
          return (
            <ColumnCard
              key={index}
              about={about}
              column={column}
              mapping={mapping}
              fields={fields.data ?? []}
              questions={questions.data ?? []}
              onChange={changed => set(index, { ...changed, from: 'person' })}
            />
          )
        })}
      </ul>
    </>
  )
}
