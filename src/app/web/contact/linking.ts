import { useTranslation } from 'react-i18next'
import type { Field, FieldValue } from '../../../contacts/fields.ts'
import { useFieldTexts } from '../../../contacts/web/parts.tsx'
import { useToasts } from '../../../ui/toasts.tsx'
import { type Edit, useEdit } from './editing.ts'
import type { ShownContact } from './source.ts'

type Shown = ShownContact['identities'][number]
type Identities = NonNullable<Edit['patch']['identities']>

/** What is done to addresses, numbers and links of one kind; each act can be undone. */
export function useIdentities(contact: ShownContact, field: Field) {
  const { t } = useTranslation()
  const { label } = useFieldTexts()
  const edit = useEdit(contact)
  const toasts = useToasts()
  const kind = 'identity' in field.reach ? field.reach.identity : 'email'
  const said = t('contactPage.saved', { field: label(field) })
  const save = (patch: Edit['patch'], after: Edit['after'] = same) =>
    edit.mutateAsync({ patch, after, said, inPlace: true })
  const change = (identities: Identities, after?: Edit['after']) => save({ identities }, after)
  const drop = ({ value }: Shown) =>
    change({ remove: [{ kind, value }] }, before => ({
      ...before,
      identities: before.identities.filter(each => each.kind !== kind || each.value !== value),
    }))
  return {
    add: async (next: FieldValue) => {
      if (next !== null) await change({ add: [{ kind, value: String(next) }] })
    },
    replace: (identity: Shown, next: FieldValue, seen: FieldValue) => {
      if (next === null) return drop(identity)
      if (identity.isPrimary) return save({ fields: { [field.key]: next }, seen: { [field.key]: seen } })
      return change({
        remove: [{ kind, value: identity.value }],
        add: [{ kind, value: String(next), label: identity.label || undefined }],
      })
    },
    // These are no typing: what they are refused for is told as any failure.
    remove: (identity: Shown) => void drop(identity).catch(toasts.failed),
    makeMain: ({ value }: Shown) => void change({ main: [{ kind, value }] }).catch(toasts.failed),
  }
}

const same: Edit['after'] = contact => contact

/** Where a person works: one more, the main one, one less. */
export function useEmployers(contact: ShownContact) {
  const { t } = useTranslation()
  const edit = useEdit(contact)
  const said = t('contactPage.saved', { field: t('contactPage.itsOrganizations') })
  const change = (organizations: Edit['patch']['organizations'], after: Edit['after'] = same) =>
    edit.mutate({ patch: { organizations }, after, said })
  return {
    add: (organization: { id: string } | { name: string }) => change({ add: [organization] }),
    makeMain: (id: string) => change({ add: [{ id, isPrimary: true }] }),
    remove: (id: string) =>
      change({ remove: [id] }, before => ({
        ...before,
        organizations: before.organizations.filter(each => each.id !== id),
      })),
  }
}
