import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { FieldValue } from '../../../contacts/fields.ts'
import { useFormat } from '../../../ui/format.ts'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { useUndo } from '../contact/editing.ts'
import type { WhichContacts } from './source.ts'

export type Whom = { ids: string[] } | WhichContacts

/** One change for many: fields by their key in the catalogue, names to add or to take away. */
export type BulkChange = {
  fields?: Record<string, FieldValue>
  addTags?: string[]
  removeTags?: string[]
  addRoles?: string[]
  removeRoles?: string[]
}

/** Changes or bins the chosen contacts as one act, which the toast undoes. */
export function useBulk(whom: Whom, onDone: () => void) {
  const { t } = useTranslation()
  const format = useFormat()
  const toasts = useToasts()
  const queries = useQueryClient()
  const undo = useUndo()
  const told = (what: 'done' | 'binned', { contacts, refused, changeSetId }: Done) => {
    const number = format.number(contacts)
    const done = t(`lists.bulk.${what}`, { count: contacts, number })
    const not =
      refused > 0 ? `. ${t('lists.bulk.refused', { count: refused, number: format.number(refused) })}` : ''
    toasts.done(done + not, undo(changeSetId))
    onDone()
    return queries.invalidateQueries()
  }
  const change = useMutation({
    mutationFn: (given: BulkChange) => api.lists.change.call({ whom, change: patchOf(given) }),
    onSuccess: done => told('done', done),
    onError: toasts.failed,
  })
  const bin = useMutation({
    mutationFn: () => api.lists.bin.call({ whom }),
    onSuccess: done => told('binned', done),
    onError: toasts.failed,
  })
  return {
    busy: change.isPending || bin.isPending,
    change: (given: BulkChange) =>
      change.mutateAsync(given).then(
        () => true,
        () => false,
      ),
    bin: () => bin.mutate(),
  }
}

type Done = { changeSetId: string; contacts: number; refused: number }

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
