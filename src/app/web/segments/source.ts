import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Criteria } from '../../../criteria/criteria.ts'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'

export type Segment = Awaited<ReturnType<typeof api.segments.list.call>>['segments'][number]
export type About = Segment['about']
export type Draft = Pick<Segment, 'name' | 'description' | 'about' | 'criteria' | 'ownerId'>

/** What saves and deletes segments, and has every screen that names them ask again. */
export function useSegmentActs() {
  const { t } = useTranslation()
  const toasts = useToasts()
  const queries = useQueryClient()
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: api.segments.key() })
    await queries.invalidateQueries({ queryKey: api.lists.catalogue.key() })
  }
  const save = useMutation({
    mutationFn: ({ id, ...draft }: Draft & { id?: string }) =>
      id ? api.segments.update.call({ id, ...draft }) : api.segments.create.call(draft),
    onSuccess: async () => {
      toasts.done(t('segments.saved'))
      await refresh()
    },
    onError: toasts.failed,
  })
  const remove = useMutation({
    mutationFn: ({ id }: { id: string; leave: () => void }) => api.segments.remove.call({ id }),
    onSuccess: async (_, { id, leave }) => {
      // Its own page would ask for what is no more.
      leave()
      toasts.done(t('segments.removed'), async () => {
        await api.segments.restore.call({ id })
        await refresh()
      })
      await refresh()
    },
    onError: toasts.failed,
  })
  return { save, remove }
}

/** The lists that show who is in a segment: of people, of organisations, or of each. */
export const listsOf = ({ id, about }: Pick<Segment, 'id' | 'about'>) => {
  const where: Criteria = { is: 'segment', anyOf: [id] }
  const address = (path: string) => `${path}?${new URLSearchParams({ where: JSON.stringify(where) })}`
  return [
    ...(about === 'organization' ? [] : [{ kind: 'person' as const, to: address('/contacts') }]),
    ...(about === 'person' ? [] : [{ kind: 'organization' as const, to: address('/organizations') }]),
  ]
}
