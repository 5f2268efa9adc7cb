import type { FieldValue } from '../contacts/fields.ts'
import { answerFact } from '../contacts/questions.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { MadeView } from './contract.ts'
import { refusingFlaws } from './flaws.ts'
import type { Mapping } from './mapping.ts'
import { readerFor } from './ownNames.ts'
import type { Reading } from './readRow.ts'
import type { Import, StoredRow } from './store.ts'

/** Reads the kept rows of an import as its mapping does, for showing what becomes of them. */
export async function makerOf(ctx: Ctx, { mapping }: Import) {
  const read = await readerFor(ctx, mapping)
  return ({ line, cells, flaw }: StoredRow): MadeView | undefined =>
    flaw && refusingFlaws.has(flaw) ? undefined : shownOf(read({ row: line, cells }), mapping)
}

function shownOf({ draft, events, consents, notes }: Reading, mapping: Mapping): MadeView {
  const { name, givenName, surname, ...fields } = (draft.fields ?? {}) as Record<string, FieldValue>
  const labels = labelsOf(mapping)
  const { organization } = draft
  const custom = Object.entries(draft.custom ?? {}).map(
    ([key, value]) => [`custom.${key}` as string, value] as const,
  )
  const answers = Object.entries(draft.answers ?? {}).map(
    ([question, { state, value }]) => [answerFact(question), value ?? state === 'confirmed'] as const,
  )
  const ofOrganization = Object.entries(organization?.fields ?? {})
  return {
    name: String(name ?? '') || [givenName, surname].filter(Boolean).join(' '),
    identities: (draft.identities ?? []).map(({ kind, value }) => ({ kind, value })),
    facts: [...Object.entries(fields), ...custom, ...answers, ...ofOrganization].flatMap(([key, value]) => {
      const label = labels.get(key)
      return isSaid(value) ? [{ key, value, ...(label && { label }) }] : []
    }),
    ...((organization?.name ?? organization?.domain) && {
      organization: organization.name ?? organization.domain,
    }),
    roles: draft.roles ?? [],
    tags: draft.tags ?? [],
    events: events.map(({ name, at }) => ({ name, ...(at && { at }) })),
    consents: consents.map(({ channel, state }) => ({ channel, state })),
    notes: notes.length,
  }
}

const isSaid = (value: FieldValue | undefined): value is NonNullable<FieldValue> =>
  value !== null && value !== undefined && value !== ''

/** Fields that the run will add have no name anywhere else yet. */
const labelsOf = ({ columns }: Mapping) =>
  new Map(
    columns.flatMap(({ target }) =>
      target.as === 'newField' ? [[`custom.${target.key}` as string, target.label] as const] : [],
    ),
  )
