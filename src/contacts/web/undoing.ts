import { useQueryClient } from '@tanstack/react-query'
import { createApi } from '../../ui/client.ts'
import { useToasts } from '../../ui/toasts.tsx'
import { contactsContract } from '../contract.ts'

const api = createApi({ contacts: contactsContract })

/** Undoes an act whole; every open screen follows by itself. */
export function useUndo() {
  const queries = useQueryClient()
  return (changeSetId: string) => async () => {
    await api.contacts.undo.call({ id: changeSetId })
    await queries.invalidateQueries()
  }
}

/** What follows an act: it is said together with its undo, and all that it touches is shown anew. */
export function useTold() {
  const queries = useQueryClient()
  const toasts = useToasts()
  const undo = useUndo()
  return (said: string) => ({
    onSuccess: async ({ changeSetId }: { changeSetId: string }) => {
      toasts.done(said, undo(changeSetId))
      await queries.invalidateQueries()
    },
    onError: toasts.failed,
  })
}
