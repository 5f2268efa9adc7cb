import { z } from 'zod'
import { instant } from '../platform/endpoint.ts'
import { customFieldTypes } from './fields.ts'

/** For how many days what is in the bin can be brought back. */
export const binDays = 30

/** At most so many contacts in one call. */
export const batchLimit = 1_000

export const kind = z.enum(['person', 'organization'])
const identityKind = z.enum(['email', 'phone', 'external', 'linkedin', 'tax_id', 'domain'])
const value = z.union([
  z.string().max(20_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(200),
  z.null(),
])
const fields = z.record(z.string().max(80), value).describe('By field key; see GET /contacts/fields')
const word = z.string().trim().min(1).max(200)
export const words = z.array(word).max(200)
const identity = z.strictObject({
  kind: identityKind,
  value: z.string().max(500),
  label: z.string().max(100).optional(),
})

const organizationDraft = z.strictObject({
  name: z.string().max(500).optional(),
  domain: z.string().max(255).optional(),
  jobTitle: z.string().max(500).optional(),
  fields: fields.optional(),
  identities: z.array(identity).max(50).optional(),
})

export const consentDraft = z.strictObject({
  channel: z.enum(['email', 'phone', 'whatsapp', 'sms', 'post', 'any']),
  purpose: z.string().trim().min(1).max(100).default('marketing'),
  state: z.enum(['granted', 'objected', 'withdrawn']),
  basis: z.string().max(500).optional(),
  wording: z.string().max(10_000).optional(),
  evidence: z.record(z.string(), z.unknown()).optional(),
  source: z.string().trim().min(1).max(200),
  at: instant.optional(),
})

export const draft = z.strictObject({
  kind: kind.default('person'),
  fields: fields.optional(),
  custom: fields.optional(),
  roles: words.optional(),
  tags: words.optional(),
  identities: z.array(identity).max(100).optional(),
  organization: organizationDraft.optional(),
  ownerId: z.uuid().optional(),
  notes: z.array(z.string().trim().min(1).max(20_000)).max(20).optional(),
  consents: z.array(consentDraft).max(20).optional(),
})

const addRemove = z.strictObject({ add: words.optional(), remove: words.optional() })

export const patchSchema = z.strictObject({
  fields: fields.optional(),
  custom: fields.optional(),
  roles: addRemove.optional(),
  tags: addRemove.optional(),
  identities: z
    .strictObject({
      add: z.array(identity).max(100).optional(),
      remove: z
        .array(z.strictObject({ kind: identityKind, value: z.string().max(500) }))
        .max(100)
        .optional(),
      main: z
        .array(z.strictObject({ kind: identityKind, value: z.string().max(500) }))
        .max(10)
        .describe('Which of each kind is the main one from now on')
        .optional(),
    })
    .optional(),
  organizations: z
    .strictObject({
      add: z
        .array(organizationDraft.extend({ id: z.uuid().optional(), isPrimary: z.boolean().optional() }))
        .max(20)
        .optional(),
      remove: z.array(z.uuid()).max(100).optional(),
    })
    .optional(),
  ownerId: z.uuid().nullable().optional(),
  seen: fields
    .describe(
      'Optional: what fields were when you read the contact, by their key (`city`, `custom.budget`, `tags`). Where one is something else by now nothing is changed, and the refusal `contacts.changed_meanwhile` (or `contacts.emptied_meanwhile`) says by whom and to what',
    )
    .optional(),
})

export const issue = z.object({
  path: z.array(z.union([z.string(), z.number()])),
  code: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
})

const batchItem = z.object({
  outcome: z.enum(['new', 'update', 'duplicate', 'unchanged', 'refused']),
  contactId: z.uuid().optional(),
  issues: z.array(issue),
  warnings: z.array(issue),
})

export const batchAnswer = z.object({ changeSetId: z.uuid(), items: z.array(batchItem) })
export const changed = z.object({ changeSetId: z.uuid() })
export const changedSome = z.object({ changeSetId: z.uuid(), contacts: z.number().int() })
export const ids = z.array(z.uuid()).min(1).max(batchLimit)
export const id = z.object({ id: z.uuid() })

const linked = z.object({
  id: z.uuid(),
  displayName: z.string(),
  jobTitle: z.string().nullable(),
  isPrimary: z.boolean(),
})

export const note = z.object({
  id: z.uuid(),
  contactId: z.uuid(),
  body: z.string(),
  authorId: z.uuid().nullable(),
  authorName: z.string(),
  createdAt: z.date(),
  editedAt: z.date().nullable(),
})

const consent = z.object({
  id: z.uuid(),
  channel: z.string(),
  purpose: z.string(),
  state: z.enum(['granted', 'objected', 'withdrawn']),
  basis: z.string().nullable(),
  wording: z.string().nullable(),
  source: z.string(),
  at: z.date(),
})

/** Who set a fact, when, and in what act. */
const provenance = z.object({
  at: z.date(),
  changeSetId: z.uuid(),
  kind: z.string(),
  actorKind: z.string(),
  actorId: z.uuid().nullable(),
  actorName: z.string(),
  source: z.string().optional(),
})

export const contactSchema = z.object({
  id: z.uuid(),
  kind,
  displayName: z.string(),
  fields: z.record(z.string(), value),
  custom: z.record(z.string(), value),
  roles: z.array(z.string()),
  tags: z.array(z.string()),
  ownerId: z.uuid().nullable(),
  ownerName: z.string(),
  isDemo: z.boolean(),
  createdAt: z.date(),
  updatedAt: z.date(),
  deletedAt: z.date().nullable(),
  identities: z.array(
    z.object({
      kind: identityKind,
      value: z.string(),
      raw: z.string(),
      label: z.string(),
      isPrimary: z.boolean(),
      identifying: z.boolean(),
      status: z.string(),
    }),
  ),
  organizations: z.array(linked),
  people: z.array(linked).describe('The first 200'),
  notes: z.array(note).describe('The newest 200'),
  consents: z.array(consent).describe('Those in force'),
  provenance: z
    .record(z.string(), provenance)
    .describe('By fact key: givenName, custom.budget, tag:vip, identity:email:…'),
})

export type ContactAnswer = z.infer<typeof contactSchema>

export const found = z.object({
  id: z.uuid(),
  kind,
  displayName: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  organization: z.string().nullable(),
  stage: z.string().nullable(),
  match: z.enum(['exact', 'prefix', 'part', 'fuzzy']),
})

export const field = z.object({
  key: z.string(),
  type: z.string(),
  appliesTo: z.array(kind),
  importable: z.boolean(),
  criteria: z.boolean(),
  options: z.array(z.string()),
  label: z.object({ es: z.string(), en: z.string() }),
  isCustom: z.boolean(),
})

export const customField = z.strictObject({
  key: z.string().max(63),
  type: z.enum(customFieldTypes),
  labelEs: z.string().trim().min(1).max(100),
  labelEn: z.string().trim().min(1).max(100),
  choices: words.default([]),
  appliesTo: z.array(kind).min(1).default(['person', 'organization']),
})

export const view = z.object({
  id: z.uuid(),
  screen: z.string(),
  name: z.string(),
  isShared: z.boolean(),
  isMine: z.boolean(),
  params: z.record(z.string(), z.unknown()),
  createdAt: z.date(),
  updatedAt: z.date(),
})

const happening = z.object({ name: z.string(), at: z.date(), properties: z.record(z.string(), z.unknown()) })

export const change = z.object({
  id: z.uuid(),
  kind: z.string(),
  at: z.date(),
  undoneAt: z.date().nullable(),
  undoes: z.uuid().nullable(),
  actorKind: z.string(),
  actorId: z.uuid().nullable(),
  actorName: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  source: z.string().optional().describe('The file or program that it came from'),
  importId: z.string().optional(),
  names: z.record(z.string(), z.string()).describe('What the organisations in it are called, by id'),
  consents: z
    .array(z.object({ channel: z.string(), state: z.string(), takenBack: z.boolean() }))
    .describe('What it recorded that the contact allowed or refused, or took back'),
  tasks: z
    .array(z.object({ kind: z.string(), isDone: z.boolean(), takenBack: z.boolean() }))
    .describe('What it found to be done, or did'),
  corrections: z
    .array(z.object({ was: happening, is: happening }))
    .describe('Events that it put others in the place of'),
})

/** What tells one from another of the same name: what they do and where; an organisation by its sector and town. */
export const whoItIs = { doing: z.string().nullable(), where: z.string().nullable() }

export type WhoItIs = { doing: string | null; where: string | null }
