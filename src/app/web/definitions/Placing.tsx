import { Alert, Progress, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format.ts'
import { api } from '../api.ts'
import { useFunnelInput } from '../funnelInView.ts'

/** How far the worker is with placing everybody by what was published last; nothing when it is done. */
export function Placing() {
  const { t } = useTranslation()
  const format = useFormat()
  const placing = useQuery({
    ...api.lifecycle.placing.queryOptions({ input: useFunnelInput() }),
    refetchInterval: query => (query.state.data?.waiting ? 1500 : false),
  }).data
  if (!placing?.waiting) return null
  const done = placing.all - placing.waiting
  return (
    <Alert variant="light" title={t('draft.placing')} role="status">
      <Text size="sm">
        {t('draft.placed', { done: format.number(done), all: format.number(placing.all) })}
      </Text>
      <Progress value={(100 * done) / placing.all} mt="xs" aria-label={t('draft.placing')} />
    </Alert>
  )
}
