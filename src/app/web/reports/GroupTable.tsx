import { Anchor, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../ui/format.ts'
import classes from './reports.module.css'

/** `to`: the list of those who are counted. */
export type Group = { name: string; to?: string; count: number; forGood: number; woken: number }

type Props = { of: 'reason' | 'source' | 'owner' | 'week'; groups: Group[] }

/** Disqualifications side by side, each with a bar as long as its share of the largest. */
export function GroupTable({ of, groups }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const most = Math.max(...groups.map(({ count }) => count), 1)
  return (
    <Table className={classes.groups}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t(`disqualifiedReport.columns.${of}`)}</Table.Th>
          {(['count', 'forGood', 'woken'] as const).map(column => (
            <Table.Th key={column} ta="right">
              {t(`disqualifiedReport.columns.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {groups.map(({ name, to, count, forGood, woken }) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={500}>
              {to ? (
                <Anchor component={Link} to={to} size="sm">
                  {name}
                </Anchor>
              ) : (
                name
              )}
              <span aria-hidden className={classes.bar} style={{ width: `${(100 * count) / most}%` }} />
            </Table.Th>
            <Table.Td ta="right">{format.number(count)}</Table.Td>
            <Table.Td ta="right">{format.number(forGood)}</Table.Td>
            <Table.Td ta="right">{format.number(woken)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
