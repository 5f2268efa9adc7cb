import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldValue } from '../../../contacts/fields.ts'
import { useUndo } from '../../../contacts/web/parts.tsx'
import { useFormat } from '../../../ui/format.ts'
import { useToasts } from '../../../ui/toasts.tsx'
import type { BulkAct } from '../../lists/contract.ts'
import { api } from '../api.ts'
import type { WhichContacts } from './source.ts'

export type Whom = { ids: string[] } | (WhichContacts & { alike: boolean })

/** One change for many: fields by their key in the catalogue, names to add or to take away. */
export type BulkChange = {
  fields?: Record<string, FieldValue>
  addTags?: string[]
  removeTags?: string[]
  addRoles?: string[]
  removeRoles?: string[]
}

/** Changes or bins the chosen contacts as one act, which the toast undoes. What takes longer goes on by itself: see `useRunningBulk`. */
export function useBulk(whom: Whom, onDone: () => void) {
  const toasts = useToasts()
  const queries = useQueryClient()
  const tell = useTell()
  const follow = (act: BulkAct) => {
    onDone()
    if (act.state === 'running') return showRunning(queries, act)
    tell(act)
    return queries.invalidateQueries()
  }
  const settled = { onSuccess: follow, onError: toasts.failed }
  const change = useMutation({
    mutationFn: (given: BulkChange) => api.lists.change.call({ whom, change: patchOf(given) }),
    ...settled,
  })
  const bin = useMutation({ mutationFn: () => api.lists.bin.call({ whom }), ...settled })
  const succeeded = (doing: Promise<unknown>) =>
    doing.then(
      () => true,
      () => false,
    )
  return {
    busy: change.isPending || bin.isPending,
    change: (given: BulkChange) => succeeded(change.mutateAsync(given)),
    bin: () => succeeded(bin.mutateAsync()),
  }
}

const glance = 700

/** The acts that the worker has in hand, and how far they are. */
export const useRunningBulk = () =>
  useQuery({
    ...api.lists.running.queryOptions(),
    refetchInterval: ({ state }) => (state.data?.length ? glance : false),
  })

function showRunning(queries: QueryClient, act: BulkAct) {
  const key = api.lists.running.queryKey()
  queries.setQueryData(key, before => [...(before ?? []), act])
}

/** Says what became of one's own acts when they end, wherever one is by then. */
export function useBulkEnds() {
  const { data } = useRunningBulk()
  const queries = useQueryClient()
  const tell = useTell()
  const before = useRef<string[]>([])
  useEffect(() => {
    if (!data) return
    const now = data.filter(({ isMine }) => isMine).map(({ changeSetId }) => changeSetId)
    const ended = before.current.filter(id => !now.includes(id))
    before.current = now
    for (const id of ended) void api.lists.bulk.call({ id }).then(tell)
    if (ended.length > 0) void queries.invalidateQueries()
  }, [data, queries, tell])
}

/** The toast at the end of an act: how many, what was refused or went wrong, and the way back. */
function useTell() {
  const { t } = useTranslation()
  const format = useFormat()
  const toasts = useToasts()
  const undo = useUndo()
  return useCallback(
    ({ state, isBin, contacts, refused, done, total, failure, changeSetId }: BulkAct) => {
      if (state === 'running' || state === 'stopped') return
      const changed = { count: contacts, number: format.number(contacts) }
      const not = { count: refused, number: format.number(refused) }
      const said = [
        state === 'failed' &&
          t('lists.bulk.brokenOff', { done: format.number(done), total: format.number(total) }),
        failure,
        t(isBin ? 'lists.bulk.binned' : 'lists.bulk.done', changed),
        refused > 0 && t('lists.bulk.refused', not),
      ]
      toasts.done(said.filter(Boolean).join('. '), contacts > 0 ? undo(changeSetId) : undefined)
    },
    [t, format, toasts, undo],
  )
}

function patchOf({ fields = {}, addTags, removeTags, addRoles, removeRoles }: BulkChange) {
  const { ownerId, ...rest } = fields
  const own = Object.entries(rest).filter(([key]) => key.startsWith('custom.'))
  return {
    fields: Object.fromEntries(Object.entries(rest).filter(([key]) => !key.startsWith('custom.'))),
    custom: Object.fromEntries(own.map(([key, value]) => [key.slice('custom.'.length), value])),
    ...(ownerId !== undefined && { ownerId: ownerId === null ? null : String(ownerId) }),
    ...((addTags || removeTags) && { tags: { add: addTags, remove: removeTags } }),
    ...((addRoles || removeRoles) && { roles: { add: addRoles, remove: removeRoles } }),
  }
}
