import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { binDays } from '../../../contacts/contract.ts'
import { useUndo } from '../../../contacts/web/parts.tsx'
import { useFormat } from '../../../ui/format.ts'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'

/** When what is in the bin is removed for good. */
export const endOf = (deletedAt: string) => new Date(Date.parse(deletedAt) + binDays * 86_400_000)

/** Brings contacts back; the toast puts them into the bin again. */
export function useRestore(onDone: () => void = () => {}) {
  const { t } = useTranslation()
  const format = useFormat()
  const toasts = useToasts()
  const queries = useQueryClient()
  const undo = useUndo()
  return useMutation({
    mutationFn: (ids: string[]) => api.contacts.restore.call({ ids }),
    onSuccess: async ({ changeSetId, contacts }) => {
      toasts.done(t('bin.restored', { count: contacts, number: format.number(contacts) }), undo(changeSetId))
      onDone()
      await queries.invalidateQueries()
    },
    onError: toasts.failed,
  })
}
