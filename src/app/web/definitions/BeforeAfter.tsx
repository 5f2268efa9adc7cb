import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format.ts'
import classes from './preview.module.css'

type Row = { key: string; shown: ReactNode; before: number; after: number }

type BeforeAfterProps = { what: string; before?: string; after?: string; rows: Row[] }

export function BeforeAfter({ what, before: one, after: other, rows }: BeforeAfterProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table className={classes.counts}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{what}</Table.Th>
            <Table.Th ta="right">{one ?? t('preview.before')}</Table.Th>
            <Table.Th ta="right">{other ?? t('preview.after')}</Table.Th>
            <Table.Th ta="right">{t('preview.difference')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, shown, before, after }) => (
            <Table.Tr key={key}>
              <Table.Td>{shown}</Table.Td>
              <Table.Td ta="right">{format.number(before)}</Table.Td>
              <Table.Td ta="right">{format.number(after)}</Table.Td>
              <Table.Td ta="right" fw={600}>
                {after === before ? '—' : format.signed(after - before)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
