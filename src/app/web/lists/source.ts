import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { asField, type Kind, systemFields } from '../../../contacts/fields.ts'
import type { Criteria } from '../../../criteria/criteria.ts'
import type { Catalogue } from '../../../criteria/web/parts.tsx'
import { stageKey } from '../../../ui/stages.ts'
import type { TableSort } from '../../../ui/VirtualTable.tsx'
import type { ListOrder } from '../../lists/contract.ts'
import { api } from '../api.ts'
import { useFunnelInView, useFunnelName } from '../funnelInView.ts'

export type WhichContacts = { kind: Kind; where?: Criteria; text?: string }

const pageLength = 100

/** The rows so far, what fetches more of them, and the text that they only look like. While a filter changes, the rows before it stay. */
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
  const isAlike = rows?.length && !query.isPlaceholderData && data?.pages[0]?.alike
  return { ...query, data: rows, alike: isAlike ? which.text : undefined, more }
}

export const useCount = (which: WhichContacts) => useQuery(api.lists.count.queryOptions({ input: which }))

/** Facts, tags and people that filters, columns and forms can name. */
export function useCatalogue(): Catalogue {
  const names = useQuery(api.lists.catalogue.queryOptions()).data
  const people = useQuery(api.identity.members.list.queryOptions({ input: {} })).data
  const signals = useQuery(api.activity.types.queryOptions()).data?.types
  const funnels = useFunnels()
  return useMemo(() => {
    const fields = [...systemFields, ...(names?.customFields ?? []).map(asField)]
    const members = (people?.members ?? []).map(({ userId, name }) => ({ id: userId, name }))
    const removed = names?.removedFields.map(asField)
    const { tags = [], segments, questions, reasons } = names ?? {}
    return { fields, removed, tags, members, signals, segments, questions, reasons, funnels }
  }, [names, people, signals, funnels])
}

/** The funnels with their stages as people call them; the one that this part of the page is about first. */
function useFunnels(): Catalogue['funnels'] {
  const { t, i18n } = useTranslation()
  const locale = i18n.language === 'en' ? 'en' : 'es'
  const nameOf = useFunnelName()
  const inView = useFunnelInView()
  const funnels = useQuery(api.lifecycle.definitions.queryOptions({ input: {} })).data?.funnels
  return useMemo(() => {
    const all = (funnels ?? []).map(funnel => ({
      ...{ key: funnel.key, name: nameOf(funnel), isMain: funnel.isMain },
      hasLeastFit: funnel.score.contactFrom !== undefined,
      stages: funnel.lifecycle.stages.map(({ key, name }) => ({
        key,
        name: name?.[locale] || t(`words.stages.${stageKey(key) ?? 'none'}`),
      })),
    }))
    const first = all.filter(({ key }) => key === inView)
    return [...first, ...all.filter(each => !first.includes(each))]
  }, [funnels, inView, nameOf, locale, t])
}
