import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'

const glance = 700

/** The demo data: whether they are there or being made (`share` from 0 to 1), and how to make or remove them. */
export function useDemo() {
  const { t } = useTranslation()
  const toasts = useToasts()
  const queries = useQueryClient()
  const isUnfinished = (share: number | undefined) => share !== undefined && share < 1
  const state = useQuery({
    ...api.demo.state.queryOptions(),
    refetchInterval: ({ state }) => (isUnfinished(state.data?.share) ? glance : false),
  })
  const settle = (data: NonNullable<typeof state.data>) => {
    queries.setQueryData(api.demo.state.queryKey(), data)
    return queries.invalidateQueries()
  }
  const create = useMutation({
    ...api.demo.create.mutationOptions(),
    onSuccess: settle,
    onError: toasts.failed,
  })
  const remove = useMutation({
    ...api.demo.remove.mutationOptions(),
    onSuccess: async data => {
      await settle(data)
      toasts.done(t('demo.removed'))
    },
    onError: toasts.failed,
  })
  const show = useMutation({
    ...api.demo.show.mutationOptions(),
    onSuccess: settle,
    onError: toasts.failed,
  })
  const share = state.data?.share
  return {
    share,
    isMaking: create.isPending || isUnfinished(share),
    isThere: share === 1,
    hasReal: state.data?.hasReal ?? false,
    shown: state.data?.shown ?? false,
    show: (shown: boolean) => show.mutate({ shown }),
    isSwitching: show.isPending,
    create: () => create.mutate({}),
    remove: () => remove.mutate({}),
    isRemoving: remove.isPending,
  }
}
