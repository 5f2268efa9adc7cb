import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { TimelineFilter } from '../../../activity/web/parts.tsx'
import { api } from '../api.ts'
import { useFunnelInput } from '../funnelInView.ts'

export const useContact = (id: string) => useQuery(api.contacts.get.queryOptions({ input: { id } }))

export type ShownContact = NonNullable<ReturnType<typeof useContact>['data']>

/** In the funnel in view. */
export const useStanding = (id: string) =>
  useQuery(api.lifecycle.standing.queryOptions({ input: { id, ...useFunnelInput() } }))

export type ShownStanding = NonNullable<ReturnType<typeof useStanding>['data']>['standing']

/** In the funnel in view; who is in the bin has none. */
export const usePoints = ({ id, deletedAt }: ShownContact) =>
  useQuery({
    ...api.scoring.points.queryOptions({
      input: { id, ...useFunnelInput() },
      placeholderData: keepPreviousData,
    }),
    enabled: deletedAt === null,
  })

const pageLength = 50

/** What happened, newest first, as far as it has been asked for. */
export function useTimeline(id: string, { channel, direction }: TimelineFilter) {
  const channels = channel && [channel]
  return useInfiniteQuery(
    api.activity.timeline.infiniteOptions({
      input: (after: string | undefined) => ({ id, after, limit: pageLength, direction, channels }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: page => page.next,
      placeholderData: keepPreviousData,
    }),
  )
}
