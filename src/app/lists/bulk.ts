import { audit } from '../../audit/audit.ts'
import { binContacts, type ContactPatch, updateContacts } from '../../contacts/contacts.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { newId } from '../../platform/ids.ts'
import { idsOfContacts, type Which } from './lists.ts'

/** Contacts by their ids, or all that a list shows. */
export type Whom = { ids: string[] } | Which

export type Bulk = { changeSetId: string; contacts: number; refused: number }

/** So many are changed in one transaction, so that a change of a hundred thousand holds up nobody. */
const chunk = 1_000

/** The same change to many contacts, as one act: undone whole, whatever the number of its transactions. */
export async function changeMany(ctx: Ctx, whom: Whom, change: ContactPatch): Promise<Bulk> {
  const changeSetId = newId()
  const done = { changeSetId, contacts: 0, refused: 0 }
  for (const ids of inChunks(await idsOf(ctx, whom))) {
    const { items } = await updateContacts(
      ctx,
      ids.map(id => ({ id, ...change })),
      { kind: 'bulk', changeSetId },
    )
    done.contacts += items.filter(({ outcome }) => outcome === 'update').length
    done.refused += items.filter(({ outcome }) => outcome === 'refused').length
  }
  await audit(ctx, 'contacts.bulk_changed', { id: changeSetId }, { contacts: done.contacts })
  return done
}

/** Puts many contacts into the bin, as one act. */
export async function binMany(ctx: Ctx, whom: Whom): Promise<Bulk> {
  const ids = await idsOf(ctx, whom)
  const { changeSetId, contacts } = await binContacts(ctx, ids)
  await audit(ctx, 'contacts.deleted', { id: changeSetId }, { contacts })
  return { changeSetId, contacts, refused: ids.length - contacts }
}

const idsOf = (ctx: Ctx, whom: Whom) => ('ids' in whom ? whom.ids : idsOfContacts(ctx, whom))

function* inChunks(ids: string[]) {
  for (let start = 0; start < ids.length; start += chunk) yield ids.slice(start, start + chunk)
}
