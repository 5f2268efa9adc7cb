import type { Issue } from '../platform/errors.ts'
import { type AnswerDraft, type ReadAnswer, readAnswers } from './answers.ts'
import { type Fact, type Facts, hasAny, identityFact } from './facts.ts'
import type { Field, FieldKey, FieldValue, IdentityKind, Kind } from './fields.ts'
import { hasNoPrefix, whyNoPhone } from './foreignPhones.ts'
import { freeMailDomains } from './freeMail.ts'
import { type Identity, type IdentityDraft, identityKey, readIdentity } from './identities.ts'
import { sortNameOf } from './names.ts'
import { checkValue } from './values.ts'

export type OrganizationDraft = {
  name?: string
  domain?: string
  jobTitle?: string
  fields?: Partial<Record<FieldKey, FieldValue>>
  identities?: IdentityDraft[]
}

export type ConsentDraft = {
  channel: 'email' | 'phone' | 'whatsapp' | 'sms' | 'post' | 'any'
  purpose?: string
  state: 'granted' | 'objected' | 'withdrawn'
  basis?: string
  wording?: string
  evidence?: Record<string, unknown>
  source: string
  at?: Date
}

/**
 * A contact as a door brings it. `fields` takes every importable key of the catalogue, those that are kept as
 * identities (`email`, `phone`) included; `custom` the workspace's own by their bare key. Empty values say nothing.
 */
export type ContactDraft = {
  kind?: Kind
  fields?: Partial<Record<FieldKey, FieldValue>>
  custom?: Record<string, FieldValue>
  roles?: string[]
  tags?: string[]
  /** To questions of qualification, by their key. */
  answers?: Record<string, AnswerDraft>
  identities?: IdentityDraft[]
  organization?: OrganizationDraft
  ownerId?: string
  notes?: string[]
  consents?: ConsentDraft[]
  isDemo?: boolean
  createdAt?: Date
}

/** What a draft says, checked and normalised. */
export type ReadDraft = {
  kind: Kind
  /** Single facts: columns, custom fields, roles, tags. A null takes the fact away (patches only). */
  facts: Facts
  identities: Identity[]
  answers?: ReadAnswer[]
  /** The organisation that a person works at, to be found or made. */
  organization?: ReadDraft
  sortName: string
  issues: Issue[]
  warnings: Issue[]
}

/** What a draft is read against: the workspace's fields, the country of its bare numbers, who may own a contact. */
export type Catalogue = {
  fields: ReadonlyMap<string, Field>
  country: string
  owners: ReadonlySet<string>
  /** A person is typing it and can put it right: a number that cannot be a telephone is refused instead of kept. */
  typed?: boolean
}

export function readDraft(draft: ContactDraft, catalogue: Catalogue): ReadDraft {
  const read: ReadDraft = {
    kind: draft.kind ?? 'person',
    facts: {},
    identities: [],
    sortName: '',
    issues: [],
    warnings: [],
  }
  for (const [key, value] of Object.entries(draft.fields ?? {}))
    readField(read, catalogue, key, value, ['fields', key])
  for (const [key, value] of Object.entries(draft.custom ?? {}))
    readField(read, catalogue, `custom.${key}`, value, ['custom', key])
  if (draft.roles) readField(read, catalogue, 'roles', draft.roles, ['roles'])
  if (draft.tags) readField(read, catalogue, 'tags', draft.tags, ['tags'])
  if (draft.ownerId) readField(read, catalogue, 'ownerId', draft.ownerId, ['ownerId'])
  if (draft.answers) {
    const { answers, issues } = readAnswers(draft.answers, read.kind, catalogue)
    read.answers = answers
    read.issues.push(...issues)
  }
  const { country } = read.facts
  const there = typeof country === 'string' ? { ...catalogue, country } : catalogue
  for (const [key, value] of Object.entries(draft.fields ?? {})) {
    const reach = catalogue.fields.get(key)?.reach
    if (reach && 'identity' in reach)
      for (const each of severalIn(value))
        addIdentity(read, { kind: reach.identity, value: each }, there, ['fields', key])
  }
  draft.identities?.forEach((each, index) => void addIdentity(read, each, there, ['identities', index]))
  addDomain(read)
  read.sortName = sortNameOf({ ...read.facts, kind: read.kind })
  if (draft.organization) readOrganization(read, draft.organization, catalogue)
  return read
}

function readOrganization(read: ReadDraft, draft: OrganizationDraft, catalogue: Catalogue) {
  const { name, domain, fields, identities = [] } = draft
  const named = { ...fields, ...(name && { name }), ...(domain && { domain }) }
  const organization = readDraft({ kind: 'organization', fields: named, identities }, catalogue)
  for (const each of organization.issues) read.issues.push({ ...each, path: ['organization', ...each.path] })
  if (organization.sortName || organization.identities.length > 0) read.organization = organization
}

function readField(
  read: ReadDraft,
  catalogue: Catalogue,
  key: string,
  value: FieldValue,
  path: Issue['path'],
) {
  const field = catalogue.fields.get(key)
  if (!field?.importable) {
    read.issues.push({
      path,
      code: field ? 'contacts.read_only_field' : 'contacts.unknown_field',
      params: { field: key },
    })
    return
  }
  if (field.type === 'user' && value && !catalogue.owners.has(String(value))) {
    read.issues.push({ path, code: 'contacts.unknown_owner' })
    return
  }
  if ('identity' in field.reach) return
  const checked = checkValue(field, value)
  if ('code' in checked) read.issues.push({ path, ...checked })
  else setField(read, catalogue, field, checked.value)
}

function setField(read: ReadDraft, catalogue: Catalogue, field: Field, value: FieldValue) {
  const { reach } = field
  if ('column' in reach || 'custom' in reach) read.facts[field.key] = value
  else if ('array' in reach)
    for (const each of asList(value)) read.facts[`${reach.array.slice(0, -1)}:${each}`] = true
  else if (typeof value === 'string') readOrganization(read, { name: value }, catalogue)
}

const asList = (value: FieldValue): string[] =>
  Array.isArray(value) ? value : value === null ? [] : [String(value)]

// Other systems put several in one cell, in as many ways: `a@x.es; b@x.es`, `600… ::: 700…`.
function severalIn(value: FieldValue): string[] {
  const parts = asList(value).flatMap(each => each.split(/ ::: |[|\n]|[;,](?!ext=)(?=.*[@\d])/))
  return parts.map(each => each.trim()).filter(Boolean)
}

function addIdentity(
  read: ReadDraft,
  draft: IdentityDraft,
  { country, typed }: Catalogue,
  path: Issue['path'],
) {
  const result = readIdentity(draft, country)
  if ('code' in result) {
    read.issues.push({ path, ...result })
    return
  }
  if (typed && draft.kind === 'phone' && result.warning) {
    read.issues.push({ path, ...whyNoPhone(draft.value, country) })
    return
  }
  if (result.warning) read.warnings.push({ path, ...oddity(result.warning, draft, country) })
  if (!read.identities.some(each => identityKey(each) === identityKey(result.identity)))
    read.identities.push(result.identity)
}

/** What is odd about what is kept; of a bare number, the country that it was taken to be of. */
function oddity(code: string, { kind, value }: IdentityDraft, country: string): Omit<Issue, 'path'> {
  const isBare = kind === 'phone' && /\d/.test(value) && hasNoPrefix(value)
  return isBare ? { code: 'contacts.not_phone_in', params: { value, country } } : { code, params: { value } }
}

// An organisation's web site says its domain, which is how its people and other files find it.
function addDomain(read: ReadDraft) {
  const { website } = read.facts
  if (read.kind !== 'organization' || typeof website !== 'string' || has(read, 'domain')) return
  const result = readIdentity({ kind: 'domain', value: website }, '')
  if ('identity' in result && !freeMailDomains.has(result.identity.value))
    read.identities.push(result.identity)
}

const has = (read: ReadDraft, kind: IdentityKind) => read.identities.some(each => each.kind === kind)

export type MergeRules = Partial<Record<string, 'newest' | 'first'>>

/** The facts after `read` is laid over `existing`: several values are joined, single ones follow the field's rule. Nothing that is known is emptied; where nothing is new, `existing` itself. */
export function laidOver(
  existing: Facts,
  read: ReadDraft,
  catalogue: Catalogue,
  rules: MergeRules = {},
): Facts {
  const said: [string, Fact][] = []
  for (const [key, value] of Object.entries(read.facts)) {
    if (value === null || value === existing[key]) continue
    const rule = rules[key] ?? catalogue.fields.get(key)?.merge ?? 'newest'
    if (rule !== 'first' || existing[key] === undefined) said.push([key, value])
  }
  return withFacts(existing, [...said, ...newIdentities(existing, read.identities)])
}

/** These facts and the identities that they do not have; the first of each kind is the main one. */
export const withIdentities = (facts: Facts, identities: Identity[]): Facts =>
  withFacts(facts, newIdentities(facts, identities))

const withFacts = (facts: Facts, added: [string, Fact][]): Facts =>
  added.length === 0 ? facts : Object.fromEntries([...Object.entries(facts), ...added])

function newIdentities(facts: Facts, identities: Identity[]): [string, Fact][] {
  const added: [string, Fact][] = []
  const begun = new Set<string>()
  for (const { kind, value, raw, label, status } of identities) {
    const key = identityFact(kind, value)
    if (key in facts) continue
    const isPrimary = !begun.has(kind) && !hasAny(facts, `identity:${kind}:`)
    begun.add(kind)
    added.push([key, { raw, label, isPrimary, status }])
  }
  return added
}
