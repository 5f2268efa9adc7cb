import { sql } from 'kysely'
import { checkEvents, type NewEvent, recordEvents } from '../activity/activity.ts'
import {
  addNotes,
  type ContactDraft,
  recordConsents,
  type Touching,
  type UpsertResult,
  upsertContacts,
} from '../contacts/contacts.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Issue } from '../platform/errors.ts'
import { refusingFlaws } from './flaws.ts'
import type { Mapping } from './mapping.ts'
import type { Reading, Reason, RowReader } from './readRow.ts'
import type { Row } from './rows.ts'
import { withoutSaidLater } from './saidLater.ts'

export type Outcome = 'new' | 'update' | 'duplicate' | 'refused'

/** What becomes of one row, before (`dryRun`) or after it is stored; `isUndated`: something that it tells has no date. */
export type PlannedRow = {
  line: number
  outcome: Outcome
  contactId?: string
  reasons: Reason[]
  isUndated?: boolean
}

export type Act = {
  importId: string
  fileName: string
  changeSetId: string
  mapping: Mapping
  read: RowReader
  /** Names the contacts that earlier rows of a dry run would have made, by their identities; absent when rows are really stored. */
  seen?: Map<string, string>
  /** Contacts that earlier rows of a dry run would have changed. */
  touched?: Map<string, string>
  /** Told what the rows may touch, when others are stored at the same time. */
  touching?: Touching
}

type Item = Reading & { row: Row; outcome?: Outcome; contactId?: string }

/**
 * What becomes of a set of rows: the one function for the preview and for the run. Values that cannot be read are left out
 * and said; a row is refused when its shape is broken, when nothing says who it is, or when it contradicts what is known.
 */
export async function plan(ctx: Ctx, rows: Row[], act: Act): Promise<PlannedRow[]> {
  const items = rows.map(row => itemOf(ctx, row, act))
  const sound = items.filter(item => item.outcome === undefined)
  const spoilt = await upsert(ctx, sound, act)
  await upsert(ctx, spoilt, act)
  const taken = sound.filter(item => item.contactId && item.outcome !== 'refused')
  if (act.seen) await tryEvents(ctx, taken, act)
  else await storeFacts(ctx, taken, act)
  markRepeated(items, act.touched ?? new Map())
  return items.map(({ row, outcome = 'refused', contactId, reasons, events }) => ({
    line: row.row,
    outcome,
    reasons,
    ...(contactId && outcome !== 'refused' && { contactId, isUndated: events.some(({ at }) => !at) }),
  }))
}

/** A contact that an earlier row has changed already is a repetition, whether that row came in this set or before it. */
function markRepeated(items: Item[], touched: Map<string, string>) {
  for (const item of items) {
    if (item.outcome !== 'update' || !item.contactId) continue
    if (touched.has(item.contactId)) item.outcome = 'duplicate'
    else touched.set(item.contactId, '')
  }
}

function itemOf(ctx: Ctx, row: Row, { read }: Act): Item {
  if (row.flaw && refusingFlaws.has(row.flaw)) {
    const empty: Reading = {
      draft: {},
      events: [],
      consents: [],
      notes: [],
      identityColumns: [],
      reasons: [],
    }
    return { ...empty, row, outcome: 'refused', reasons: [{ code: `imports.row_${row.flaw}` }] }
  }
  const reading = read(row)
  const item: Item = { ...reading, ...withoutSaidLater(ctx, reading), row }
  if (row.flaw) item.reasons.push({ code: `imports.row_${row.flaw}` })
  if (isNobody(item))
    return { ...item, outcome: 'refused', reasons: [...item.reasons, { code: 'imports.nobody' }] }
  return item
}

const isNobody = ({ draft }: Reading): boolean =>
  !draft.identities?.length && !draft.fields?.name && !draft.fields?.givenName && !draft.fields?.surname

/** Stores (or tries) the items; returns those refused only for facts that can be left out, without these facts. */
async function upsert(ctx: Ctx, items: Item[], act: Act): Promise<Item[]> {
  if (items.length === 0) return []
  const cause = {
    kind: 'import',
    changeSetId: act.changeSetId,
    summary: { importId: act.importId, file: act.fileName },
  } as const
  const drafts = items.map(({ draft }) => saidBy(draft, act.fileName))
  const { items: results } = await upsertContacts(ctx, drafts, cause, {
    refused: 'report',
    touching: act.touching,
    ...(act.seen && { dryRun: true, seen: act.seen }),
  })
  return items.filter((item, i) => take(item, results[i], act))
}

/** Answers say where they come from as those that a person writes say who gave them. */
function saidBy(draft: ContactDraft, file: string): ContactDraft {
  if (!draft.answers) return draft
  const answers = Object.entries(draft.answers).map(([key, answer]) => [key, { ...answer, saidBy: file }])
  return { ...draft, answers: Object.fromEntries(answers) }
}

/** Notes what became of an item; true when it should be tried again without what spoilt it. */
function take(item: Item, result: UpsertResult['items'][number] | undefined, { mapping }: Act): boolean {
  if (!result) return false
  const said = [...result.issues, ...result.warnings].map(issue => reasonOf(issue, item, mapping))
  const fresh = said.filter(
    reason => !item.reasons.some(each => each.code === reason.code && each.column === reason.column),
  )
  item.reasons.push(...fresh)
  item.outcome = result.outcome
  item.contactId = result.contactId
  const spareable = result.issues.length > 0 && result.issues.every(({ path }) => isFact(path))
  if (spareable) for (const { path } of result.issues) leaveOut(item, path)
  return spareable && !isNobody(item)
}

const isFact = ([first, second]: Issue['path']): boolean =>
  first === 'fields' ||
  first === 'custom' ||
  first === 'tags' ||
  first === 'answers' ||
  (first === 'organization' && second !== 'identities')

function leaveOut({ draft }: Item, [part, key, inner]: Issue['path']) {
  if (part === 'fields' && draft.fields) draft.fields = without(draft.fields, key)
  else if (part === 'custom' && draft.custom) draft.custom = without(draft.custom, key)
  else if (part === 'tags') delete draft.tags
  else if (part === 'answers' && draft.answers) draft.answers = without(draft.answers, key)
  else if (key === 'fields' && (inner === 'name' || inner === 'domain') && draft.organization)
    delete draft.organization[inner]
  else if (draft.organization?.fields) draft.organization.fields = without(draft.organization.fields, inner)
}

const without = <T extends object>(record: T, key: string | number | undefined): T =>
  Object.fromEntries(Object.entries(record).filter(([each]) => each !== String(key))) as T

function reasonOf({ path, code, params }: Issue, item: Item, mapping: Mapping): Reason {
  const column = columnOf(path, item, mapping)
  const plain = Object.entries(params ?? {}).filter((each): each is [string, string | number] =>
    ['string', 'number'].includes(typeof each[1]),
  )
  return { code, ...(column !== undefined && column >= 0 && { column }), params: Object.fromEntries(plain) }
}

function columnOf([part, key, inner]: Issue['path'], item: Item, { columns }: Mapping): number | undefined {
  if (part === 'identities' && typeof key === 'number') return item.identityColumns[key]
  return columns.findIndex(({ target }) => {
    if (part === 'fields') return target.as === 'field' && target.field === key
    if (part === 'custom')
      return (
        (target.as === 'newField' && target.key === key) ||
        (target.as === 'field' && target.field === `custom.${key}`)
      )
    if (part === 'tags') return target.as === 'tag'
    if (part === 'answers') return target.as === 'answer' && target.question === key
    return part === 'organization' && target.as === 'organization' && target.field === inner
  })
}

/** What rows say beside facts; each is stored once, however often the same file comes. */
async function storeFacts(ctx: Ctx, items: Item[], act: Act) {
  await storeEvents(ctx, items, act)
  await storeConsents(ctx, items, act)
  await storeNotes(ctx, items, act)
}

/** Says of events what would be said when they are stored. */
async function tryEvents(ctx: Ctx, items: Item[], act: Act) {
  const told = eventsOf(ctx, items, act)
  if (told.length === 0) return
  const issues = await checkEvents(
    ctx,
    told.map(each => each.event),
  )
  issues.forEach((issue, i) => void note(told[i], issue))
}

async function storeEvents(ctx: Ctx, items: Item[], act: Act) {
  const told = eventsOf(ctx, items, act)
  if (told.length === 0) return
  const recorded = await recordEvents(
    ctx,
    told.map(each => each.event),
  )
  recorded.forEach(({ issue }, i) => void note(told[i], issue))
}

type Told = { item: Item; column: number; event: NewEvent }

function note(told: Told | undefined, issue: Issue | undefined) {
  if (issue && told) told.item.reasons.push({ code: issue.code, column: told.column })
}

function eventsOf(ctx: Ctx, items: Item[], { mapping, changeSetId }: Act): Told[] {
  return items.flatMap(item =>
    item.events.map(({ column, word, name, at, properties }) => {
      const { contactId = '' } = item
      const said = ['import', contactId, mapping.columns[column]?.name, word, name, at?.toISOString() ?? '']
      const event = {
        ...{ messageId: said.join('\n'), contactId, name, changeSetId, source: mapping.system },
        at: at ?? ctx.clock(),
        // What has no date of its own is dated at the import, and says so wherever it is shown.
        properties: at ? properties : { ...properties, dated: 'import' },
      }
      return { item, column, event }
    }),
  )
}

async function storeConsents(ctx: Ctx, items: Item[], { changeSetId, importId }: Act) {
  const told = items.flatMap(({ contactId = '', consents, row }) =>
    consents.map(({ column, evidence, ...consent }) => ({
      ...consent,
      contactId,
      evidence: { ...evidence, importId, line: row.row, column: column + 1 },
    })),
  )
  if (told.length === 0) return
  const { rows: inForce } = await sql<{ key: string }>`
    select distinct on (contact_id, channel, purpose) contact_id || ' ' || channel || ' ' || state as key
    from consents
    where workspace_id = ${ctx.workspaceId} and contact_id = any(${told.map(each => each.contactId)}::uuid[])
      and purpose = 'marketing' and withdrawn_at is null
    order by contact_id, channel, purpose, at desc`.execute(ctx.db)
  const known = new Set(inForce.map(each => each.key))
  const fresh = told.filter(({ contactId, channel, state }) => {
    const key = `${contactId} ${channel} ${state}`
    return !known.has(key) && known.add(key)
  })
  await recordConsents(ctx, fresh, changeSetId)
}

async function storeNotes(ctx: Ctx, items: Item[], { changeSetId }: Act) {
  const told = items.flatMap(({ contactId = '', notes }) => notes.map(body => ({ contactId, body })))
  if (told.length === 0) return
  const { rows } = await sql<{ contactId: string; body: string }>`
    select contact_id, body from notes
    where workspace_id = ${ctx.workspaceId} and contact_id = any(${told.map(each => each.contactId)}::uuid[])
      and deleted_at is null`.execute(ctx.db)
  const known = new Set(rows.map(each => `${each.contactId} ${each.body}`))
  const fresh = told.filter(each => !known.has(`${each.contactId} ${each.body}`))
  await addNotes(ctx, fresh, changeSetId)
}
