import { Anchor, Group, Loader, Paper, Progress, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useAccess } from '../../../ui/access.ts'
import { useFormat } from '../../../ui/format.ts'
import { api } from '../api.ts'

/** The import that is being stored at the moment, if there is one. */
export function useImportUnderWay() {
  const { can } = useAccess()
  const newest = useQuery({
    ...api.imports.list.queryOptions({ input: { limit: 1 } }),
    enabled: can('imports.run'),
  })
  const [job] = newest.data?.imports ?? []
  return job?.state === 'running' ? job : undefined
}

type Props = { job: NonNullable<ReturnType<typeof useImportUnderWay>> }

/** How far it is: until it ends, the numbers below it are on their way. */
export function ImportUnderWay({ job: { id, fileName, rowsDone, rowsTotal } }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const total = rowsTotal ?? rowsDone
  const label = t('funnel.importing', { file: fileName })
  return (
    <Paper p="sm" mb="md">
      <Group justify="space-between" gap="xs" mb={6}>
        <Anchor component={Link} to={`/imports/${id}`} size="sm">
          {label}
        </Anchor>
        <Text size="sm" c="dimmed">
          {t('funnel.imported', {
            ...{ count: total, done: format.number(rowsDone), total: format.number(total) },
          })}
        </Text>
      </Group>
      <Progress value={total > 0 ? (100 * rowsDone) / total : 0} aria-label={label} />
    </Paper>
  )
}

/** So few are placed before one has read of it. */
const soonPlaced = 500

/** What an import brought and has no place in the funnel yet, and who has one by definitions that have been replaced. */
export function StillToPlace({ waiting, placing }: { waiting: number; placing: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (waiting < soonPlaced && placing === 0) return null
  return (
    <Group gap="xs" mb="md" role="status">
      <Loader size="xs" aria-hidden />
      <Text size="sm" c="dimmed">
        {placing > 0
          ? t('draft.placing')
          : t('funnel.toPlace', { count: waiting, number: format.number(waiting) })}
      </Text>
    </Group>
  )
}
