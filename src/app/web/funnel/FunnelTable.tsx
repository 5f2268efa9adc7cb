import { Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format.ts'
import { useStagePlural } from '../../../ui/stageWords.ts'
import classes from './funnel.module.css'
import type { FunnelRow } from './report.ts'

/** The same numbers as a table: for screen readers, for copying, for who prefers it. */
export function FunnelTable({ rows }: { rows: FunnelRow[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const plural = useStagePlural()
  const columns = ['stage', 'now', 'entered', 'left', 'stale', 'conversion'] as const
  return (
    <details className={classes.details}>
      <summary>{t('funnel.asTable')}</summary>
      <Table.ScrollContainer minWidth={440}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {columns.map(column => (
                <Table.Th key={column} ta={column === 'stage' ? 'left' : 'right'}>
                  {t(`funnel.columns.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(row => (
              <Table.Tr key={row.stage}>
                <Table.Th scope="row">{plural(row.stage)}</Table.Th>
                <Table.Td ta="right">{format.number(row.count)}</Table.Td>
                <Table.Td ta="right">{format.number(row.entered)}</Table.Td>
                <Table.Td ta="right">{format.number(row.left)}</Table.Td>
                <Table.Td ta="right">{format.number(row.stale)}</Table.Td>
                <Table.Td ta="right">
                  {row.conversion === null ? '–' : format.percent(row.conversion)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </details>
  )
}
