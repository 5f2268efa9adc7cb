import { audit } from '../audit/audit.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { type Served, serve } from '../platform/http.ts'
import { binContacts, restoreContacts } from './binning.ts'
import { fieldsOf } from './catalogue.ts'
import { causeOf } from './changes.ts'
import { commonValues } from './commonValues.ts'
import { recordSaid } from './consents.ts'
import { contactsContract } from './contract.ts'
import { addNewField, type MustBeUnused, removeField, updateField } from './customFields.ts'
import type { ContactDraft } from './drafts.ts'
import type { Field } from './fields.ts'
import { changesOf } from './history.ts'
import { type MoveBelongings, mergeContacts } from './merging.ts'
import { addNotes, editNote, removeNote, restoreNote } from './notes.ts'
import { binned, getContact, mustKnow } from './reading.ts'
import { searchContacts } from './searching.ts'
import { contactsTexts } from './texts.ts'
import { undo, type WithdrawEvents } from './undoing.ts'
import { type ContactPatch, updateContact, updateContacts } from './updating.ts'
import { upsertContacts } from './upserting.ts'
import { addView, removeView, updateView, viewsOf } from './views.ts'

const on = serve(contactsContract)

const facts = {
  get: on.get.handler(({ input, context: { ctx } }) => atomically(ctx, ctx => getContact(ctx, input.id))),
  create: on.create.handler(async ({ input, context: { ctx } }) => {
    const options = { existing: 'refuse', refused: 'throw' } as const
    const { changeSetId, items } = await upsertContacts(
      ctx,
      [input as ContactDraft],
      causeOf(ctx, 'create'),
      options,
    )
    return { id: items[0]?.contactId ?? '', changeSetId, warnings: items[0]?.warnings ?? [] }
  }),
  upsert: on.upsert.handler(async ({ input, context: { ctx } }) => {
    const drafts = input.items as ContactDraft[]
    const done = await upsertContacts(ctx, drafts, causeOf(ctx, 'bulk'), { existing: input.existing })
    const contacts = done.items.filter(({ outcome }) => outcome === 'new' || outcome === 'update').length
    if (contacts > 0) await audit(ctx, 'contacts.bulk_changed', { id: done.changeSetId }, { contacts })
    return done
  }),
  update: on.update.handler(async ({ input: { id, ...patch }, context: { ctx } }) => ({
    changeSetId: await updateContact(ctx, id, patch as ContactPatch, causeOf(ctx, 'edit')),
  })),
  updateMany: on.updateMany.handler(async ({ input: { items }, context: { ctx } }) => {
    const done = await updateContacts(ctx, items as ({ id: string } & ContactPatch)[], causeOf(ctx, 'bulk'))
    await audit(ctx, 'contacts.bulk_changed', { id: done.changeSetId }, { contacts: items.length })
    return done
  }),
  changes: on.changes.handler(async ({ input, context: { ctx } }) => {
    await mustKnow(ctx, input.id)
    return changesOf(ctx, input.id, input.limit)
  }),
  search: on.search.handler(({ input, context: { ctx } }) => searchContacts(ctx, input)),
  values: on.values.handler(({ input, context: { ctx } }) => commonValues(ctx, input.field)),
}

const bin = {
  bin: on.bin.handler(async ({ input, context: { ctx } }) => {
    const done = await binContacts(ctx, input.ids)
    await audit(ctx, 'contacts.deleted', { id: done.changeSetId }, { contacts: done.contacts })
    return done
  }),
  restore: on.restore.handler(async ({ input, context: { ctx } }) => {
    const done = await restoreContacts(ctx, input.ids)
    await audit(ctx, 'contacts.restored', { id: done.changeSetId }, { contacts: done.contacts })
    return done
  }),
  binned: on.binned.handler(({ input, context: { ctx } }) => binned(ctx, input)),
}

const writings = {
  addNote: on.addNote.handler(async ({ input: { id, body }, context: { ctx } }) => {
    await refuseUnknown(ctx, id)
    const [note = ''] = await addNotes(ctx, [{ contactId: id, body }])
    await audit(ctx, 'contacts.noted', { id, name: await nameOf(ctx, id) }, { how: 'added' })
    return { id: note }
  }),
  editNote: on.editNote.handler(({ input, context: { ctx } }) =>
    noted(ctx, editNote(ctx, input.id, input.body), 'edited'),
  ),
  removeNote: on.removeNote.handler(({ input, context: { ctx } }) =>
    noted(ctx, removeNote(ctx, input.id), 'removed'),
  ),
  restoreNote: on.restoreNote.handler(({ input, context: { ctx } }) =>
    noted(ctx, restoreNote(ctx, input.id), 'restored'),
  ),
  addConsent: on.addConsent.handler(async ({ input: { id, ...consent }, context: { ctx } }) => {
    await refuseUnknown(ctx, id)
    const changeSetId = await recordSaid(ctx, { contactId: id, ...consent })
    const { channel, state } = consent
    await audit(ctx, 'contacts.consented', { id, name: await nameOf(ctx, id) }, { channel, state })
    return { changeSetId }
  }),
}

/** Writes down what was done to a note of that contact, never what it says. */
async function noted(ctx: Ctx, changed: Promise<string>, how: 'edited' | 'removed' | 'restored') {
  const id = await changed
  await audit(ctx, 'contacts.noted', { id, name: await nameOf(ctx, id) }, { how })
  return {}
}

const nothing = () => ({})

async function nameOf(ctx: Ctx, id: string): Promise<string> {
  const found = await ctx.db
    .selectFrom('contacts')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', '=', id)
    .select('displayName')
    .executeTakeFirst()
  return found?.displayName ?? ''
}

async function refuseUnknown(ctx: Ctx, id: string) {
  const found = await ctx.db
    .selectFrom('contacts')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .select('id')
    .executeTakeFirst()
  if (!found) throw new Refusal('missing', 'contacts.unknown')
}

const catalogue = {
  fields: on.fields.handler(async ({ context: { ctx } }) => (await fieldsOf(ctx)).map(shownField)),
  addField: on.addField.handler(async ({ input, context: { ctx } }) => {
    await addNewField(ctx, input)
    await audit(ctx, 'fields.changed', { id: input.key, name: input.labelEs }, { added: true })
    return { key: input.key }
  }),
  updateField: on.updateField.handler(async ({ input, context: { ctx } }) => {
    await updateField(ctx, input)
    await audit(ctx, 'fields.changed', { id: input.key, name: input.labelEs })
    return {}
  }),
}

function shownField({ key, type, appliesTo, importable, criteria, options, label }: Field) {
  const inDictionary = (locale: 'es' | 'en') =>
    (contactsTexts[locale].contacts.fields as Record<string, string>)[key] ?? key
  return {
    ...{ key, type, importable, criteria, isCustom: label !== undefined },
    ...{ appliesTo: [...appliesTo], options: [...options] },
    label: label ?? { es: inDictionary('es'), en: inDictionary('en') },
  }
}

const views = {
  views: on.views.handler(({ input, context: { ctx } }) => viewsOf(ctx, input.screen)),
  addView: on.addView.handler(async ({ input, context: { ctx } }) => ({ id: await addView(ctx, input) })),
  updateView: on.updateView.handler(({ input, context: { ctx } }) =>
    updateView(ctx, input.id, input).then(nothing),
  ),
  removeView: on.removeView.handler(({ input, context: { ctx } }) => removeView(ctx, input.id).then(nothing)),
}

type Handed = {
  withdrawEvents: WithdrawEvents
  moveBelongings: MoveBelongings
  mustBeUnused: MustBeUnused
}

/** Everything about contacts over HTTP. What an undo or a merge does to events and to decisions by hand, and what asks for a field, is handed in, because these are above contacts. */
export const contactsHttp = ({ withdrawEvents, moveBelongings, mustBeUnused }: Handed) => ({
  ...facts,
  ...bin,
  ...writings,
  ...catalogue,
  ...views,
  removeField: on.removeField.handler(async ({ input, context: { ctx } }) => {
    await removeField(ctx, input.key, mustBeUnused)
    await audit(ctx, 'fields.changed', { id: input.key }, { removed: true })
    return {}
  }),
  merge: on.merge.handler(async ({ input: { id, from }, context: { ctx } }) => {
    const merged = [await nameOf(ctx, id), await nameOf(ctx, from)]
    const changeSetId = await mergeContacts(ctx, { into: id, from }, moveBelongings)
    await audit(ctx, 'contacts.merged', { id: changeSetId, name: merged.join(' + ') }, { contacts: 2 })
    return { changeSetId }
  }),
  undo: on.undo.handler(async ({ input, context }) => {
    await refuseOthersActs(context, input.id)
    const undone = await undo(context.ctx, input.id, withdrawEvents)
    const { contacts, undid } = undone
    await audit(
      context.ctx,
      'contacts.undone',
      { id: input.id, name: undid.name },
      { contacts, undid: undid.kind },
    )
    return undone
  }),
})

/** One's own acts can be undone by whoever may write; another's by who may delete. An import is undone on its own page, which knows its state. */
async function refuseOthersActs({ ctx, caller }: Served, id: string) {
  const act = await ctx.db
    .selectFrom('changeSets')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', '=', id)
    .select(['kind', 'actorId'])
    .executeTakeFirst()
  if (!act) throw new Refusal('missing', 'contacts.unknown_change')
  if (act.kind === 'import' || act.kind === 'demo') throw new Refusal('conflict', 'contacts.undo_elsewhere')
  const isMine = 'id' in ctx.actor && act.actorId === ctx.actor.id
  if (!isMine && !caller.permissions.has('contacts.delete')) throw new Refusal('forbidden', 'http.forbidden')
}
