import type { Field } from '../../../contacts/fields.ts'
import type { Source } from '../../../contacts/web/parts.tsx'
import type { ShownContact } from './source.ts'

/** Who said a fact of the catalogue: of several, the first that is known. */
export function sourceOf(contact: ShownContact, { key, reach }: Field): Source | undefined {
  const facts =
    'identity' in reach
      ? contact.identities
          .filter(({ kind }) => kind === reach.identity)
          .map(({ kind, value }) => `identity:${kind}:${value}`)
      : 'array' in reach
        ? contact[reach.array].map(name => `${reach.array.slice(0, -1)}:${name}`)
        : 'organization' in reach
          ? contact.organizations.map(({ id }) => `organization:${id}`)
          : [key]
  return facts.map(fact => sourceOfFact(contact, fact)).find(each => each !== undefined)
}

/** Who said one fact, by its key: `identity:email:…`, `organization:<id>`. */
export function sourceOfFact(contact: ShownContact, fact: string): Source | undefined {
  const found = contact.provenance[fact]
  // What the program does by itself has no name that a reader knows.
  return (
    found && {
      by: found.actorKind === 'system' ? '' : found.actorName,
      at: found.at,
      kind: found.kind,
      file: found.source,
    }
  )
}
