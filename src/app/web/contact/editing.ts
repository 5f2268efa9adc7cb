import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Field, FieldValue } from '../../../contacts/fields.ts'
import { useCalled, useFieldTexts, useUndo } from '../../../contacts/web/parts.tsx'
import { isPassing, problemOf } from '../../../ui/client.ts'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import type { ShownContact } from './source.ts'

/** What one edit asks for: the patch, and how the contact looks with it until the program answers. */
export type Edit = {
  patch: Omit<Parameters<typeof api.contacts.update.call>[0], 'id'>
  after: (contact: ShownContact) => ShownContact
  said?: string
  /** Typed where it stands: a refusal is told there, and what was typed stays. */
  inPlace?: boolean
}

/** Edits a contact where it stands: shown at once, taken back when the program refuses. */
export function useEdit(contact: ShownContact) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const toasts = useToasts()
  const undo = useUndo()
  const key = api.contacts.get.queryOptions({ input: { id: contact.id } }).queryKey

  return useMutation({
    mutationFn: ({ patch }: Edit) => api.contacts.update.call({ id: contact.id, ...patch }),
    onMutate: async ({ after }: Edit) => {
      await queries.cancelQueries({ queryKey: key })
      const before = queries.getQueryData<ShownContact>(key)
      if (before) queries.setQueryData(key, after(before))
      return { before }
    },
    onError: (error, { inPlace }, context) => {
      queries.setQueryData(key, context?.before)
      if (inPlace && problemOf(error) && !isPassing(error)) return
      toasts.failed(error)
    },
    onSuccess: ({ changeSetId }, { said }) => toasts.done(said ?? t('ui.saved'), undo(changeSetId)),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
}

/** Saves one fact of the catalogue. */
export function useEditField(contact: ShownContact) {
  const edit = useEdit(contact)
  const { label } = useFieldTexts()
  const { t } = useTranslation()
  return (field: Field, value: FieldValue, seen: FieldValue) =>
    edit.mutateAsync({
      inPlace: true,
      patch: { ...patchOf(field, value), seen: { [field.key]: seen } },
      after: before => withValue(before, field, value),
      said: t('contactPage.saved', { field: label(field) }),
    })
}

function patchOf(field: Field, value: FieldValue): Edit['patch'] {
  if (field.key === 'ownerId') return { ownerId: value === null ? null : String(value) }
  const { reach } = field
  return 'custom' in reach ? { custom: { [reach.custom]: value } } : { fields: { [field.key]: value } }
}

function withValue(contact: ShownContact, field: Field, value: FieldValue): ShownContact {
  const { reach } = field
  if ('custom' in reach) return { ...contact, custom: { ...contact.custom, [reach.custom]: value } }
  if ('array' in reach) return { ...contact, [reach.array]: Array.isArray(value) ? value : [] }
  if ('column' in reach) return { ...contact, fields: { ...contact.fields, [field.key]: value } }
  return contact
}

/** Puts the contact into the bin and goes back to its list; the toast brings it back. */
export function useBinContact(contact: ShownContact) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const toasts = useToasts()
  const undo = useUndo()
  const called = useCalled()
  const name = called(contact.displayName).text
  const bin = useMutation(
    api.contacts.bin.mutationOptions({
      onSuccess: ({ changeSetId }) => {
        toasts.done(t('contactPage.binnedToast', { name }), undo(changeSetId))
        void navigate(contact.kind === 'organization' ? '/organizations' : '/contacts')
      },
      onError: toasts.failed,
    }),
  )
  return () => bin.mutate({ ids: [contact.id] })
}
