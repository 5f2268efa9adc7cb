import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useContext } from 'react'
import { RegionContext } from '../../../ui/format.ts'
import { dayOf } from '../../../ui/zoneDay.ts'
import { api } from '../api.ts'
import { useFunnelInput } from '../funnelInView.ts'

export type PastPlacing = NonNullable<Awaited<ReturnType<typeof api.lifecycle.pastPlacing.call>>['placing']>

/** Everybody on that day under today's definitions, where it was asked for; while it is worked out it is asked for again and again. */
export function usePastPlacing(day: string) {
  const { timeZone } = useContext(RegionContext)
  const query = useQuery({
    ...api.lifecycle.pastPlacing.queryOptions({ input: useFunnelInput() }),
    refetchInterval: query => (query.state.data?.placing?.state === 'running' ? 1000 : false),
  })
  const newest = query.data?.placing
  const placing = newest && dayOf(new Date(newest.at), timeZone) === day ? newest : undefined
  return { query, placing }
}

/** Has everybody placed as of an instant. */
export function useAskPastPlacing(at: string) {
  const queries = useQueryClient()
  const input = useFunnelInput()
  return useMutation({
    mutationFn: () => api.lifecycle.askPastPlacing.call({ ...input, at }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['lifecycle', 'pastPlacing'] }),
  })
}
