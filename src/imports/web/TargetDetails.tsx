import { MultiSelect, Select, Switch, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { newFieldTypes, type Target, type When } from '../mapping.ts'
import type { ColumnCardProps } from './ColumnCard.tsx'
import classes from './imports.module.css'
import { MeaningTable } from './MeaningTable.tsx'
import { useSenses } from './senses.ts'
import { meaningKind, unopened } from './targets.ts'

/** What else must be said about a target: a name, a type, a date, the words that count. */
export function TargetDetails(props: ColumnCardProps) {
  const { column, onChange } = props
  const { target } = column
  const set = (changed: Target) => onChange({ ...column, target: changed })
  return (
    <div className={classes.details}>
      {target.as === 'newField' && <NewField target={target} set={set} />}
      {target.as === 'identity' && target.kind === 'external' && <ExternalSystem target={target} set={set} />}
      {target.as === 'meaning' && <MeaningDetails {...props} target={target} set={set} />}
      {(target.as === 'consent' || target.as === 'objection') && (
        <Decision {...props} target={target} set={set} />
      )}
      {target.as === 'answer' && <AnswerDetails {...props} target={target} set={set} />}
      <Reading {...props} />
    </div>
  )
}

type Part<A extends Target['as']> = { target: Extract<Target, { as: A }>; set: (target: Target) => void }

function NewField({ target, set }: Part<'newField'>) {
  const { t } = useTranslation()
  return (
    <div className={classes.pair}>
      <TextInput
        label={t('imports.targets.newFieldLabel')}
        value={target.label}
        onChange={event => set({ ...target, label: event.currentTarget.value || target.key })}
      />
      <Select
        comboboxProps={unopened}
        label={t('imports.targets.newFieldType')}
        data={newFieldTypes.map(value => ({ value, label: t(`imports.types.${value}`) }))}
        value={target.type}
        allowDeselect={false}
        onChange={type => type && set({ ...target, type: type as typeof target.type })}
      />
    </div>
  )
}

function ExternalSystem({ target, set }: Part<'identity'>) {
  const { t } = useTranslation()
  return (
    <TextInput
      label={t('imports.targets.externalSystem')}
      value={target.system ?? ''}
      onChange={event =>
        set({ ...target, system: event.currentTarget.value.replace(/[^\w.-]/g, '').slice(0, 60) })
      }
    />
  )
}

function MeaningDetails({ about, mapping, target, set }: ColumnCardProps & Part<'meaning'>) {
  const { t } = useTranslation()
  const { events } = useSenses()
  const kind = meaningKind(target)
  return (
    <>
      {kind === 'event' && target.otherwise.is === 'event' && (
        <Select
          comboboxProps={unopened}
          label={t('imports.targets.event')}
          data={events}
          value={target.otherwise.name}
          allowDeselect={false}
          searchable
          onChange={name => name && set({ ...target, otherwise: { is: 'event', name } })}
        />
      )}
      {kind === 'outcome' && (
        <MultiSelect
          comboboxProps={unopened}
          label={t('imports.targets.when')}
          data={about.values.map(({ value }) => value)}
          value={Object.entries(target.values).flatMap(([word, { is }]) => (is === 'customer' ? [word] : []))}
          onChange={words => {
            const values = Object.fromEntries(words.map(word => [word, { is: 'customer' } as const]))
            if (words.length > 0) set({ ...target, values })
          }}
        />
      )}
      {kind === 'meaning' && <MeaningTable about={about} target={target} set={set} />}
      {isDated(target) && <WhenSelect at={target.at} set={at => set({ ...target, at })} mapping={mapping} />}
    </>
  )
}

const undated = ['nothing', 'tag', 'role']

/** Tags and roles have no day. */
const isDated = ({ values, otherwise }: Part<'meaning'>['target']) =>
  [otherwise, ...Object.values(values)].some(({ is }) => !undated.includes(is))

function Decision({ about, mapping, target, set }: ColumnCardProps & Part<'consent' | 'objection'>) {
  const { t } = useTranslation()
  const channels = ['email', 'phone', 'whatsapp', 'sms', 'post', 'any'] as const
  const words = target.when === 'filled' ? [] : target.when
  return (
    <>
      <Text size="xs" c="dimmed">
        {t(target.as === 'consent' ? 'imports.targets.consentAbout' : 'imports.targets.objectionAbout')}
      </Text>
      <div className={classes.pair}>
        <Select
          comboboxProps={unopened}
          label={t('imports.targets.channel')}
          data={channels.map(value => ({ value, label: t(`imports.channels.${value}`) }))}
          value={target.channel}
          allowDeselect={false}
          onChange={channel => channel && set({ ...target, channel: channel as typeof target.channel })}
        />
        <WhenSelect at={target.at} set={at => set({ ...target, at })} mapping={mapping} />
      </div>
      {target.when !== 'filled' && (
        <MultiSelect
          comboboxProps={unopened}
          label={t('imports.targets.when')}
          data={[...new Set([...about.values.map(({ value }) => value), ...words])]}
          value={words}
          onChange={when => set({ ...target, when })}
        />
      )}
      <Switch
        label={t('imports.targets.filled')}
        checked={target.when === 'filled'}
        onChange={event => set({ ...target, when: event.currentTarget.checked ? 'filled' : [] })}
      />
    </>
  )
}

function AnswerDetails({ mapping, target, set }: ColumnCardProps & Part<'answer'>) {
  const { t } = useTranslation()
  return (
    <>
      <Text size="xs" c="dimmed">
        {t('imports.targets.answerAbout')}
      </Text>
      <WhenSelect at={target.at} set={at => set({ ...target, at })} mapping={mapping} />
    </>
  )
}

function WhenSelect({
  at,
  set,
  mapping,
}: { at: When; set: (at: When) => void } & Pick<ColumnCardProps, 'mapping'>) {
  const { t } = useTranslation()
  const dated = mapping.columns.flatMap(({ name, dates }, index) =>
    dates ? [{ value: String(index), label: t('imports.targets.atColumn', { column: name }) }] : [],
  )
  const value = typeof at === 'object' && 'column' in at ? String(at.column) : 'import'
  return (
    <Select
      comboboxProps={unopened}
      label={t('imports.targets.at')}
      data={[{ value: 'import', label: t('imports.targets.atImport') }, ...dated]}
      value={value}
      allowDeselect={false}
      onChange={chosen => chosen && set(chosen === 'import' ? 'import' : { column: Number(chosen) })}
    />
  )
}

/** How the cells are written, asked only where the column itself leaves it open. */
function Reading({ about, column, onChange }: ColumnCardProps) {
  const { t } = useTranslation()
  if (column.target.as === 'evidence' || !about.dates || about.dates.sure) return null
  return (
    <Select
      comboboxProps={unopened}
      label={t('imports.columns.dates')}
      description={t('imports.columns.ambiguousDates')}
      data={(['dmy', 'mdy'] as const).map(value => ({ value, label: t(`imports.format.${value}`) }))}
      value={column.dates ?? 'dmy'}
      allowDeselect={false}
      onChange={dates => dates && onChange({ ...column, dates: dates as 'dmy' | 'mdy' })}
    />
  )
}
