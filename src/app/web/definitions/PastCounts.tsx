import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format.ts'
import classes from './preview.module.css'

type Row = { key: string; shown: ReactNode; thatDay: number; byNow?: number; today: number }

/** How many stood in each stage that day, how many would have by today's definitions where that was worked out, and how many do today. */
export function PastCounts({ rows, isPlaced }: { rows: Row[]; isPlaced: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table className={classes.counts}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('past.stage')}</Table.Th>
            <Table.Th ta="right">{t('past.thatDay')}</Table.Th>
            {isPlaced && <Table.Th ta="right">{t('past.thatDayByNow')}</Table.Th>}
            <Table.Th ta="right">{t('past.now')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, shown, thatDay, byNow = 0, today }) => (
            <Table.Tr key={key}>
              <Table.Td>{shown}</Table.Td>
              <Table.Td ta="right">{format.number(thatDay)}</Table.Td>
              {isPlaced && (
                <Table.Td ta="right" fw={byNow === thatDay ? undefined : 600}>
                  {format.number(byNow)}
                </Table.Td>
              )}
              <Table.Td ta="right">{format.number(today)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
