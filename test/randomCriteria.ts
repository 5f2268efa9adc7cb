import fc from 'fast-check'
import type { Criteria } from '../src/criteria/criteria.ts'
import { newId } from '../src/platform/ids.ts'
import type { ModelContact, ModelEvent } from './naiveCriteria.ts'

export const now = new Date('2026-03-02T10:00:00Z')

/** An instant some quarters of a day away: windows of whole days meet their bounds exactly. */
export const quartersAway = (quarters: number) => new Date(now.getTime() + quarters * 21_600_000)

const sectors = ['Educación', 'educacion', 'BANCA', 'Banca privada', 'Salud']
const names = [
  'call',
  'page_viewed',
  'form_submitted',
  'purchase',
  'refund',
  'whatsapp_received',
  'fair_visited',
]
const quarters = fc.integer({ min: -60, max: 16 }).map(quartersAway)
const wholeDays = fc.integer({ min: 1, max: 14 })
const count = fc.integer({ min: 0, max: 3 })
const subset = <T>(items: T[]) => fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 3 })
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })

const event: fc.Arbitrary<ModelEvent> = fc.record({
  id: fc.constant('').map(() => newId()),
  name: fc.constantFrom(...names),
  direction: fc.constantFrom('in', 'out', 'two', 'none'),
  at: quarters,
  twoWayAt: fc.option(quarters, { nil: undefined, freq: 4 }),
  byRobot: fc.integer({ min: 0, max: 9 }).map(die => die === 0),
  withdrawn: fc.integer({ min: 0, max: 9 }).map(die => die === 0),
  properties: fc.constantFrom(
    {},
    { purpose: 'demo' },
    { purpose: 'enquiry' },
    { amount: 5 },
    { amount: 50 },
    { purpose: '' },
  ),
})

const customValues = {
  level: [undefined, null, '', [], 'Alto', 'alto', 'bajo', ['Alto', 'medio'], 5, true],
  age: [undefined, 3, 5, 8.5, 'cinco', [5]],
  signed: [undefined, '2026-02-20', '2026-02-28', '2026-03-02', '2026-03-04', '2025-02-30', 'pronto'],
}

const contact = fc
  .record({
    id: fc.constant('').map(() => newId()),
    kind: fc.constantFrom('person' as const, 'person' as const, 'organization' as const),
    displayName: fc.constantFrom('Robledo', 'Núñez SA', 'Acme'),
    sector: maybe(fc.constantFrom(...sectors)),
    employees: maybe(fc.constantFrom(0, 10, 50)),
    country: maybe(fc.constantFrom('ES', 'MX')),
    createdAt: fc.integer({ min: -60, max: 0 }).map(quartersAway),
    custom: fc.record({
      level: fc.constantFrom(...customValues.level),
      age: fc.constantFrom(...customValues.age),
      signed: fc.constantFrom(...customValues.signed),
    }),
    tags: fc.uniqueArray(fc.constantFrom('a', 'b'), { maxLength: 2 }),
    roles: fc.uniqueArray(fc.constantFrom('partner', 'employee'), { maxLength: 2 }),
    emails: fc.uniqueArray(fc.constantFrom('gmail.com', 'acme.es'), { maxLength: 2 }),
    standing: maybe(
      fc.record({ stage: fc.constantFrom('contact', 'lead', 'prospect'), since: maybe(quarters) }),
    ),
    events: fc.array(event, { maxLength: 8 }),
  })
  .map(each => ({
    ...each,
    emails: each.emails.map(domain => `${each.id}@${domain}`),
  }))

/** Contacts with their events; some persons work at some organisations. */
export const world = fc
  .tuple(
    fc.array(contact, { minLength: 6, maxLength: 14 }),
    fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 14 }),
  )
  .map(([made, links]) => {
    const contacts: ModelContact[] = made.map(each => ({ ...each, companies: [], people: [] }))
    const persons = contacts.filter(each => each.kind === 'person')
    const organizations = contacts.filter(each => each.kind === 'organization')
    for (const [one, other] of links) {
      const person = persons[one % persons.length]
      const organization = organizations[other % organizations.length]
      if (!person || !organization || person.companies.includes(organization)) continue
      person.companies.push(organization)
      organization.people.push(person)
    }
    return contacts
  })

const text = fc.constantFrom('Educacion', 'banca', 'BAN', 'alto', 'robledo', 'nunez', '')
const textRule = (field: string) =>
  fc.oneof(
    fc.record({
      field: fc.constant(field),
      op: fc.constantFrom('is', 'isNot', 'contains', 'hasWord', 'startsWith'),
      value: text,
    }),
    fc.record({
      field: fc.constant(field),
      op: fc.constantFrom('isAnyOf', 'isNoneOf'),
      value: fc.array(text, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ field: fc.constant(field), op: fc.constantFrom('isKnown', 'isUnknown') }),
  )

const keyRule = (field: string, keys: string[], bare: string[]) =>
  fc.oneof(
    fc.record({
      field: fc.constant(field),
      op: fc.constantFrom('is', 'isNot'),
      value: fc.constantFrom(...keys),
    }),
    fc.record({ field: fc.constant(field), op: fc.constantFrom('isAnyOf', 'isNoneOf'), value: subset(keys) }),
    fc.record({ field: fc.constant(field), op: fc.constantFrom(...bare) }),
  )

const numberRule = (field: string) =>
  fc.record({
    field: fc.constant(field),
    op: fc.constantFrom('is', 'isNot', 'atLeast', 'atMost', 'above', 'below'),
    value: fc.constantFrom(0, 3, 5, 10, 50),
  })

const dateRule = (field: string) =>
  fc.oneof(
    fc.record({
      field: fc.constant(field),
      op: fc.constantFrom('olderThanDays', 'withinDays'),
      value: wholeDays,
    }),
    fc.record({
      field: fc.constant(field),
      op: fc.constantFrom('before', 'after'),
      value: fc.constantFrom('2026-02-20', '2026-03-01'),
    }),
  )

const known = ['isKnown', 'isUnknown']
const fieldRule = fc.oneof(
  ...['sector', 'organization', 'custom.level'].map(textRule),
  ...['employees', 'custom.age'].map(numberRule),
  ...['createdAt', 'custom.signed'].map(dateRule),
  keyRule('country', ['ES', 'FR'], known),
  keyRule('tags', ['a', 'b'], known),
  keyRule('email', ['x@acme.es'], [...known, 'isFreeMail', 'isCorporateMail']),
)

const which = {
  did: fc.oneof(
    subset(names),
    fc.constantFrom({ weightAtLeast: 1 }, { weightAtLeast: 2 }, { weightAtLeast: 3 }, 'anything' as const),
  ),
  direction: maybe(subset(['in', 'out', 'two', 'none'])),
  where: maybe(
    fc.constantFrom(
      [{ property: 'amount', op: 'atLeast', value: 10 }],
      [{ property: 'purpose', op: 'isAnyOf', value: ['DEMO'] }],
      [{ property: 'purpose', op: 'isUnknown' }],
      [{ property: 'amount', op: 'isNot', value: 5 }],
    ),
  ),
}

const didRule = fc.record({
  ...which,
  atLeast: maybe(count),
  atMost: maybe(count),
  withinDays: maybe(wholeDays),
  notWithinDays: maybe(wholeDays),
  from: fc.option(
    quarters.map(date => date.toISOString()),
    { nil: undefined, freq: 5 },
  ),
  until: fc.option(
    quarters.map(date => date.toISOString()),
    { nil: undefined, freq: 5 },
  ),
  minus: fc.option(fc.record(which), { nil: undefined, freq: 3 }),
  noneSince: fc.option(fc.record(which), { nil: undefined, freq: 3 }),
  byRobotsToo: fc.option(fc.boolean(), { nil: undefined, freq: 4 }),
})

const isRule = fc.oneof(
  fc.record({ is: fc.constant('tag'), anyOf: subset(['a', 'b']) }),
  fc.record({ is: fc.constant('role'), anyOf: subset(['partner', 'customer']) }),
  fc.record({ is: fc.constant('stale'), anyOf: fc.constantFrom(['any'], ['lead'], ['contact', 'prospect']) }),
)

/** Criteria of all kinds but those about scores, answers, segments and verdicts. */
export const criteria: fc.Arbitrary<Criteria> = fc
  .letrec<{ tree: unknown; several: unknown[] }>(tie => ({
    several: fc.array(tie('tree'), { maxLength: 3 }),
    tree: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      didRule,
      fieldRule,
      isRule,
      fc.record({ all: tie('several') }),
      fc.record({ any: tie('several') }),
      fc.record({ not: tie('tree') }),
      fc.record({ atLeast: count, of: tie('several') }),
      fc.record({ company: tie('tree') }),
      fc.record({ people: tie('tree'), atLeast: fc.integer({ min: 1, max: 2 }) }),
    ),
  }))
  .tree.map(rule => JSON.parse(JSON.stringify(rule)) as Criteria)
