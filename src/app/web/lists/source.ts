import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { asField, type Kind, systemFields } from '../../../contacts/fields.ts'
import type { Criteria } from '../../../criteria/criteria.ts'
import type { Catalogue } from '../../../criteria/web/parts.tsx'
import type { TableSort } from '../../../ui/VirtualTable.tsx'
import type { ListOrder } from '../../lists/contract.ts'
import { api } from '../api.ts'

export type WhichContacts = { kind: Kind; where?: Criteria; text?: string }

const pageLength = 100

/** The rows so far, and what fetches more of them. While a filter changes, the rows before it stay. */
export function useRows(which: WhichContacts, { by, direction }: TableSort) {
  const order = { by: by as ListOrder, direction }
  const query = useInfiniteQuery(
    api.lists.page.infiniteOptions({
      input: (after: string | undefined) => ({ ...which, order, after, limit: pageLength }),
      initialPageParam: undefined,
      getNextPageParam: page => page.next,
      placeholderData: keepPreviousData,
    }),
  )
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const rows = useMemo(() => data?.pages.flatMap(page => page.rows), [data])
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return { ...query, data: rows, more }
}

export const useCount = (which: WhichContacts) =>
  useQuery(api.lists.count.queryOptions({ input: which, placeholderData: keepPreviousData }))

/** Facts, tags and people that filters, columns and forms can name. */
export function useCatalogue(): Catalogue {
  const names = useQuery(api.lists.catalogue.queryOptions()).data
  const people = useQuery(api.identity.members.list.queryOptions({ input: {} })).data
  const signals = useQuery(api.activity.types.queryOptions()).data?.types
  return useMemo(() => {
    const fields = [...systemFields, ...(names?.customFields ?? []).map(asField)]
    const members = (people?.members ?? []).map(({ userId, name }) => ({ id: userId, name }))
    const { tags = [], segments, questions } = names ?? {}
    return { fields, tags, members, signals, segments, questions }
  }, [names, people, signals])
}
