import { Button, Group, NumberInput, Select } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Page.tsx'
import { useToasts } from '../../ui/toasts.tsx'
import { encodings, type Format } from '../format.ts'
import { api, type ImportNow } from './api.ts'
import { DiscardButton } from './DiscardButton.tsx'
import classes from './imports.module.css'
import { Notice } from './Notice.tsx'
import { SampleTable } from './SampleTable.tsx'

/** How the file is read, with its first rows as the proof. */
export function FormatStep({ job, next }: { job: ImportNow; next: () => void }) {
  const { t } = useTranslation()
  const presets = useQuery(api.imports.presets.queryOptions())
  const system = presets.data?.find(each => each.key === job.mapping.preset)?.name
  return (
    <Section title={t('imports.format.title')} about={t('imports.format.about')}>
      <Notice
        kind={system ? 'good' : 'neutral'}
        title={system ? t('imports.format.recognised', { system }) : t('imports.format.unknownSystem')}
      >
        {t(system ? 'imports.format.recognisedAbout' : 'imports.format.unknownSystemAbout')}
      </Notice>
      <FormatFields job={job} />
      <SampleTable job={job} />
      <Group data-bar justify="space-between" className={classes.foot}>
        <DiscardButton job={job} />
        <Button onClick={next}>{t('imports.next')}</Button>
      </Group>
    </Section>
  )
}

/** Saves a change of the format at once, so that the rows below answer it. */
function useFormatChange(job: ImportNow) {
  const queries = useQueryClient()
  const { failed } = useToasts()
  const change = useMutation(
    api.imports.setFormat.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.imports.key() }),
      onError: failed,
    }),
  )
  return (part: Partial<Format>) => change.mutate({ id: job.id, format: { ...job.format, ...part } })
}

const separatorNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const

function FormatFields({ job }: { job: ImportNow }) {
  const { t } = useTranslation()
  const change = useFormatChange(job)
  const { format } = job
  const separators = Object.entries(separatorNames).map(([value, name]) => ({
    value,
    label: t(`imports.format.separators.${name}`),
  }))
  return (
    <div className={classes.fields}>
      {format.kind === 'text' && (
        <>
          <Select
            label={t('imports.format.encoding')}
            data={[...encodings]}
            value={format.encoding}
            allowDeselect={false}
            onChange={encoding => encoding && change({ encoding: encoding as Format['encoding'] })}
          />
          <Select
            label={t('imports.format.separator')}
            data={separators}
            value={format.separator}
            allowDeselect={false}
            onChange={separator => separator && change({ separator: separator as Format['separator'] })}
          />
        </>
      )}
      {(format.sheets?.length ?? 0) > 1 && (
        <Select
          label={t('imports.format.sheet')}
          data={format.sheets ?? []}
          value={format.sheet ?? null}
          allowDeselect={false}
          onChange={sheet => sheet && change({ sheet, headerRow: 1 })}
        />
      )}
      <NumberInput
        label={t('imports.format.headerRow')}
        description={t('imports.format.headerRowAbout')}
        value={format.headerRow}
        min={0}
        max={200}
        allowDecimal={false}
        clampBehavior="strict"
        onChange={row => typeof row === 'number' && row !== format.headerRow && change({ headerRow: row })}
      />
      <StyleFields job={job} change={change} />
    </div>
  )
}

/** Asked only where some column leaves it open. */
function StyleFields({
  job: { format, columns },
  change,
}: {
  job: ImportNow
  change: (part: Partial<Format>) => void
}) {
  const { t } = useTranslation()
  const datesAreOpen = columns.some(({ dates }) => dates && !dates.sure)
  const decimalsAreOpen = columns.some(({ decimals }) => decimals && !decimals.sure)
  return (
    <>
      {datesAreOpen && (
        <Select
          label={t('imports.format.dates')}
          description={t('imports.format.datesAbout')}
          data={(['dmy', 'mdy'] as const).map(value => ({ value, label: t(`imports.format.${value}`) }))}
          value={format.dates}
          allowDeselect={false}
          onChange={dates => dates && change({ dates: dates as Format['dates'] })}
        />
      )}
      {decimalsAreOpen && (
        <Select
          label={t('imports.format.decimals')}
          data={[
            { value: ',', label: t('imports.format.decimalComma') },
            { value: '.', label: t('imports.format.decimalPoint') },
          ]}
          value={format.decimals}
          allowDeselect={false}
          onChange={decimals => decimals && change({ decimals: decimals as Format['decimals'] })}
        />
      )}
    </>
  )
}
