import { Badge, Select, Text, Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ColumnMapping, Mapping } from '../mapping.ts'
import type { ColumnNow, FieldNow, QuestionNow } from './api.ts'
import classes from './imports.module.css'
import { TargetDetails } from './TargetDetails.tsx'
import { choiceOf, targetFor, unopened, useTargetChoices } from './targets.ts'

export type ColumnCardProps = {
  about: ColumnNow
  column: ColumnMapping
  mapping: Mapping
  fields: FieldNow[]
  questions: QuestionNow[]
  onChange: (column: ColumnMapping) => void
}

/** Where a column stands on its page, for links that lead to it. */
export const placeOf = (column: number) => `column-${column}`

/** One column: its name and real values at the left, what it becomes at the right. */
export function ColumnCard(props: ColumnCardProps) {
  const { about, column, mapping, fields, questions, onChange } = props
  const { t } = useTranslation()
  const choices = useTargetChoices(mapping, fields, questions)
  const pick = (choice: string | null) => {
    if (choice) onChange({ ...column, target: targetFor(choice, about, column.target) })
  }
  return (
    <li
      id={placeOf(about.index)}
      className={classes.column}
      data-used={column.target.as !== 'evidence' || undefined}
    >
      <div className={classes.columnName}>
        <Text fw={600} size="sm" className={classes.name}>
          {about.name}
        </Text>
        {column.from === 'content' && column.target.as !== 'evidence' && (
          <Tooltip label={t('imports.columns.unsureAbout')}>
            <Badge size="xs" color="orange">
              {t('imports.columns.unsure')}
            </Badge>
          </Tooltip>
        )}
        <Samples about={about} />
        {column.unknown.length > 0 && (
          <Text size="xs" c="dimmed">
            {t('imports.columns.unknown', { words: column.unknown.join(', ') })}
          </Text>
        )}
      </div>
      <div className={classes.columnTarget}>
        <Select
          aria-label={`${about.name}: ${t('imports.columns.becomes')}`}
          data={choices}
          value={choiceOf(column.target)}
          onChange={pick}
          allowDeselect={false}
          searchable
          maxDropdownHeight={340}
          comboboxProps={{ ...unopened, width: 'max-content', position: 'bottom-start' }}
        />
        <TargetDetails {...props} />
      </div>
    </li>
  )
}

function Samples({ about: { samples, constant } }: { about: ColumnNow }) {
  const { t } = useTranslation()
  if (samples.length === 0)
    return (
      <Text size="xs" c="dimmed" fs="italic">
        {t('imports.columns.noExamples')}
      </Text>
    )
  return (
    <Text size="xs" c="dimmed" className={classes.samples}>
      {constant ? t('imports.columns.always', { value: samples[0] ?? '' }) : samples.slice(0, 4).join(' · ')}
    </Text>
  )
}
