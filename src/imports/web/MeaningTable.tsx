import { Select, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import stacked from '../../ui/stacked.module.css'
import type { Meaning, Target } from '../mapping.ts'
import type { ColumnNow } from './api.ts'
import { keyOf, sensesFor, useSenses } from './senses.ts'
import { unopened } from './targets.ts'

type MeaningTableProps = {
  about: ColumnNow
  target: Extract<Target, { as: 'meaning' }>
  set: (target: Target) => void
}

/** Each word of the column with what it means; a word of several senses asks which. */
export function MeaningTable({ about, target, set }: MeaningTableProps) {
  const { t } = useTranslation()
  const counts = new Map(about.values.map(({ value, count }) => [value, count]))
  const foretold = Object.keys(target.values).filter(word => !counts.has(word))
  const isTold = (word: string) => counts.size > 0 && target.values[word]?.is !== 'ask'
  const words = [...counts.keys(), ...foretold.filter(word => !isTold(word))]
  const also = foretold.filter(isTold)
  return (
    <>
      <Table className={stacked.stacked}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('imports.targets.value')}</Table.Th>
            <Table.Th>{t('imports.targets.sense')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {words.map(word => (
            <SenseRow
              key={word}
              word={word}
              label={word}
              count={counts.get(word)}
              meaning={target.values[word] ?? target.otherwise}
              onChange={sense => set({ ...target, values: { ...target.values, [word]: sense } })}
            />
          ))}
          <SenseRow
            word=""
            label={t('imports.targets.otherwise')}
            meaning={target.otherwise}
            onChange={otherwise => set({ ...target, otherwise })}
          />
        </Table.Tbody>
      </Table>
      {also.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('imports.targets.alsoKnown', { words: also.join(', ') })}
        </Text>
      )}
    </>
  )
}

type SenseRowProps = {
  word: string
  label: string
  count?: number
  meaning: Meaning
  onChange: (meaning: Meaning) => void
}

function SenseRow({ word, label, count, meaning, onChange }: SenseRowProps) {
  const { t } = useTranslation()
  const { label: textOf } = useSenses()
  const senses = sensesFor(word, meaning)
  const asks = meaning.is === 'ask'
  return (
    <Table.Tr>
      <Table.Td>
        {label}
        {count !== undefined && (
          <Text size="xs" c="dimmed">
            {t('imports.targets.times', { count })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Select
          aria-label={`${label}: ${t('imports.targets.sense')}`}
          data={senses.map(sense => ({ value: keyOf(sense), label: textOf(sense) }))}
          value={asks ? null : keyOf(meaning)}
          placeholder={t('imports.senses.ask')}
          error={asks && t('imports.columns.question', { word })}
          allowDeselect={false}
          searchable
          comboboxProps={unopened}
          onChange={key => {
            const chosen = senses.find(sense => keyOf(sense) === key)
            if (chosen) onChange(chosen)
          }}
        />
      </Table.Td>
    </Table.Tr>
  )
}
