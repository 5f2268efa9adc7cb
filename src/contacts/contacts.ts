import type { Ctx } from '../platform/ctx.ts'
import type { Cause } from './changes.ts'
import type { ContactDraft } from './drafts.ts'
import { upsertContacts } from './upserting.ts'

export { type AnswerDraft, answerOf, readAnswers, type SaidAnswer } from './answers.ts'
export { giveBackAnswers, hasAnswers, replaceAnswers, takeBackAnswers } from './answersOfEvents.ts'
export { binContacts, emptyBin, type Forget, restoreContacts } from './binning.ts'
export { fieldsOf } from './catalogue.ts'
export {
  anyChanged,
  countChanged,
  markChanged,
  passOver,
  type Taking,
  takeChanged,
} from './changed.ts'
export { type Cause, causeOf, isLostRace, lostRace, openChangeSet, recordTold, retrying } from './changes.ts'
export { areAmong, chunksOf, countOf, type Range, rangesOf, type These } from './chunks.ts'
export { isSaidLater, recordConsents, recordSaid } from './consents.ts'
export { counts, forWholeBase, isListed, uncounted } from './counting.ts'
export { addFields, type MustBeUnused, removeUnusedFields } from './customFields.ts'
export { type DemoState, demoState, noteDemo, openDemo, removeDemo, showDemo } from './demo.ts'
export type { ConsentDraft, ContactDraft } from './drafts.ts'
export { changedSince, factsThen } from './factsThen.ts'
export { freeMailDomains } from './freeMail.ts'
export type { IdentityDraft } from './identities.ts'
export { mainFunnel } from './mainFunnel.ts'

export { type MoveBelongings, mergeContacts, survivorsOf } from './merging.ts'
export { addNotes } from './notes.ts'
export { consentsInForce, getContact, mustKnow } from './reading.ts'
export { foundAs, searchContacts } from './searching.ts'
export { type Undone, undo, type WithdrawEvents } from './undoing.ts'
export { type ContactPatch, updateContact, updateContacts } from './updating.ts'
export { type UpsertResult, upsertContacts } from './upserting.ts'
export { whoItIsOf } from './whoItIs.ts'
export type { Touching } from './writing.ts'

/** Stores new contacts and returns their ids in the order given. Refuses all when one of them exists already or cannot be stored. */
export async function createContacts(ctx: Ctx, drafts: ContactDraft[], cause: Cause): Promise<string[]> {
  const { items } = await upsertContacts(ctx, drafts, cause, { existing: 'refuse', refused: 'throw' })
  return items.flatMap(item => item.contactId ?? [])
}
