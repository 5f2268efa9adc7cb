import type { Field, FieldValue } from '../../../contacts/fields.ts'
import { shownIdentity } from '../../../contacts/web/parts.tsx'
import type { ShownContact } from './source.ts'

/** What a contact's fact is; of several, the main one. */
export function factOf(contact: ShownContact, field: Field): FieldValue {
  const { reach } = field
  if (field.key === 'ownerId') return contact.ownerId
  if ('custom' in reach) return contact.custom[reach.custom] ?? null
  if ('array' in reach) return contact[reach.array].length > 0 ? contact[reach.array] : null
  if ('organization' in reach) return contact.organizations[0]?.displayName ?? null
  if ('identity' in reach) {
    const main = contact.identities.find(({ kind }) => kind === reach.identity)
    return main ? shownIdentity(main) : null
  }
  return contact.fields[field.key] ?? null
}
