import { Anchor, Group as Line, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../ui/format.ts'
import classes from './reports.module.css'

/** `lists`: of those who are counted. */
export type Group = {
  key: string
  name: string
  lists?: List[]
  count: number
  forGood: number
  woken: number
}

type List = { to: string; name: string }

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
        {groups.map(({ key, name, lists, count, forGood, woken }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" fw={500}>
              <Name name={name} lists={lists} />
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

/** One list is behind the name itself; several are told apart beside it. */
function Name({ name, lists = [] }: Pick<Group, 'name' | 'lists'>) {
  const [list, ...others] = lists
  const link = ({ to, name }: List) => (
    <Anchor key={to} component={Link} to={to} size="sm">
      {name}
    </Anchor>
  )
  if (!list) return name
  if (others.length === 0) return link({ ...list, name })
  return (
    <Line gap="sm">
      {name} {lists.map(link)}
    </Line>
  )
}
