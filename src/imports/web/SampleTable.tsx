import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAnyText } from '../../ui/anyText.ts'
import { Failed } from '../../ui/Failed.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { api, type ImportNow } from './api.ts'
import classes from './imports.module.css'

/** The first rows as the format reads them. */
export function SampleTable({ job }: { job: ImportNow }) {
  const { t } = useTranslation()
  const text = useAnyText()
  const sample = useQuery(api.imports.sample.queryOptions({ input: { id: job.id, rows: 12 } }))
  if (sample.isPending) return <Loading rows={6} />
  if (sample.isError) return <Failed error={sample.error} retry={() => void sample.refetch()} />
  const { names, rows } = sample.data
  return (
    <Table.ScrollContainer minWidth={480} type="native" tabIndex={0} className={classes.sample}>
      <Table striped withColumnBorders>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes.line}>{t('imports.format.row')}</Table.Th>
            {names.map((name, i) => (
              <Table.Th key={`${i} ${name}`}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ row, cells, flaw }) => (
            <Table.Tr key={row}>
              <Table.Td className={classes.line}>{row}</Table.Td>
              {names.map((name, i) => (
                <Table.Td key={`${i} ${name}`} title={cells[i]}>
                  {cells[i]}
                </Table.Td>
              ))}
              {flaw && (
                <Table.Td>
                  <Text size="xs" c="dimmed">
                    {text(`errors.imports.row_${flaw}`)}
                  </Text>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
