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
  /** The fact that it changes, for noticing that another has changed it meanwhile. */
  fact?: string
  said?: string
  /** Typed where it stands: a refusal is told there, and what was typed stays. */
  inPlace?: boolean
}

class Overtaken extends Error {}

/** Edits a contact where it stands: shown at once, taken back when the program refuses or another was there first. */
export function useEdit(contact: ShownContact) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const toasts = useToasts()
  const undo = useUndo()
  const key = api.contacts.get.queryOptions({ input: { id: contact.id } }).queryKey

  return useMutation({
    mutationFn: async ({ patch, fact }: Edit) => {
      if (fact) await refuseOvertaken(contact, fact)
      return api.contacts.update.call({ id: contact.id, ...patch })
    },
    onMutate: async ({ after }: Edit) => {
      await queries.cancelQueries({ queryKey: key })
      const before = queries.getQueryData<ShownContact>(key)
      if (before) queries.setQueryData(key, after(before))
      return { before }
    },
    onError: (error, { inPlace }, context) => {
      queries.setQueryData(key, context?.before)
      if (inPlace && problemOf(error) && !isPassing(error)) return
      if (!(error instanceof Overtaken)) toasts.failed(error)
      else toasts.done(t('contactPage.overtaken', { name: error.message }))
    },
    onSuccess: ({ changeSetId }, { said }) => toasts.done(said ?? t('ui.saved'), undo(changeSetId)),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
}

/** Throws the name of who set the fact after this screen last showed it. */
async function refuseOvertaken(contact: ShownContact, fact: string) {
  const now = await api.contacts.get.call({ id: contact.id })
  const known = contact.provenance[fact]?.changeSetId
  const newest = now.provenance[fact]
  if (newest && newest.changeSetId !== known) throw new Overtaken(newest.actorName)
}

/** Saves one fact of the catalogue. */
export function useEditField(contact: ShownContact) {
  const edit = useEdit(contact)
  const { label } = useFieldTexts()
  const { t } = useTranslation()
  return (field: Field, value: FieldValue) =>
    edit.mutateAsync({
      inPlace: true,
      patch: patchOf(field, value),
      after: before => withValue(before, field, value),
      fact: factOf(field),
      said: t('contactPage.saved', { field: label(field) }),
    })
}

function patchOf(field: Field, value: FieldValue): Edit['patch'] {
  if (field.key === 'ownerId') return { ownerId: value === null ? null : String(value) }
  const { reach } = field
  return 'custom' in reach ? { custom: { [reach.custom]: value } } : { fields: { [field.key]: value } }
}

/** The key under which who set it is known; facts of several values have one each. */
function factOf({ key, reach }: Field): string | undefined {
  return 'column' in reach || 'custom' in reach ? key : undefined
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
