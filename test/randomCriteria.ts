import fc from 'fast-check'
import { answerStates } from '../src/contacts/questions.ts'
import type { Criteria, DidRule } from '../src/criteria/criteria.ts'
import { newId } from '../src/platform/ids.ts'
import { contactFrom, lastStage, type ModelContact, type ModelEvent, segmentIds } from './naiveCriteria.ts'

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

const score = fc.constantFrom(0, 20, contactFrom, 80, 100)

const answer = fc.record({
  state: fc.constantFrom(...answerStates),
  value: maybe(fc.constantFrom('Ventas', 'ventas de Núñez', 3, 8)),
  expiresAt: fc.option(
    quarters.map(at => at.toISOString()),
    { nil: undefined, freq: 2 },
  ),
})

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
    decisionRole: maybe(fc.constantFrom('decides' as const, 'uses' as const)),
    answers: fc
      .record({ metrics: maybe(answer), authority: fc.option(answer, { nil: undefined, freq: 1 }) })
      .map(given => JSON.parse(JSON.stringify(given)) as ModelContact['answers']),
    disqualified: maybe(
      fc.record({ reason: fc.constantFrom('budget', 'no_need'), at: quarters.map(at => at.toISOString()) }),
    ),
    segments: fc.subarray(segmentIds),
    verdict: maybe(fc.constantFrom('qualified', 'not_yet', 'disqualified')),
    standing: maybe(
      fc.record({
        stage: fc.constantFrom('contact', 'lead', 'prospect', lastStage, null),
        since: maybe(quarters),
        temperature: fc.constantFrom('cold', 'warm', 'hot'),
        ...{ fit: score, engagement: score, total: score },
      }),
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

/** A rule about events, alone. */
export const deed = didRule.map(rule => JSON.parse(JSON.stringify(rule)) as DidRule)

const isRule = fc.oneof(
  fc.record({ is: fc.constant('tag'), anyOf: subset(['a', 'b']) }),
  fc.record({ is: fc.constant('role'), anyOf: subset(['partner', 'customer']) }),
  fc.record({ is: fc.constant('stale'), anyOf: fc.constantFrom(['any'], ['lead'], ['contact', 'prospect']) }),
)

const standingRule = fc.oneof(
  fc.record({ is: fc.constant('stage'), anyOf: subset(['none', 'contact', 'lead', lastStage]) }),
  fc.record({ is: fc.constant('temperature'), anyOf: subset(['cold', 'hot']) }),
  fc.record({ is: fc.constant('verdict'), anyOf: subset(['qualified', 'not_yet', 'research']) }),
  fc.record({ is: fc.constant('fit'), anyOf: subset(['enough', 'short']) }),
  fc.record({ is: fc.constant('segment'), anyOf: subset(segmentIds) }),
  fc.record({
    is: fc.constant('disqualified'),
    anyOf: subset(['budget', 'no_need']),
    from: maybe(quarters.map(at => at.toISOString())),
  }),
  fc.record({
    score: fc.constantFrom('fit', 'engagement', 'total'),
    atLeast: maybe(score),
    atMost: maybe(score),
  }),
)

const answeredRule = fc.record({
  answered: fc.constantFrom('metrics', 'authority', 'visit_frequency'),
  state: maybe(subset([...answerStates, 'unasked'])),
})

const valueRule = fc.oneof(
  fc.record({
    answered: fc.constant('metrics'),
    value: fc.constantFrom(
      { op: 'is', value: 'VENTAS' },
      { op: 'isNot', value: 'ventas' },
      { op: 'hasWord', value: 'nunez' },
      { op: 'atLeast', value: 5 },
    ),
  }),
  fc.record({
    answered: fc.constant('authority'),
    state: maybe(subset([...answerStates])),
    value: fc.constant({ op: 'is', value: 'decides' }),
  }),
)

const madeOf = (...leaves: fc.Arbitrary<unknown>[]): fc.Arbitrary<Criteria> =>
  fc
    .letrec<{ tree: unknown; several: unknown[] }>(tie => ({
      several: fc.array(tie('tree'), { maxLength: 3 }),
      tree: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        ...leaves,
        fc.record({ all: tie('several') }),
        fc.record({ any: tie('several') }),
        fc.record({ not: tie('tree') }),
        fc.record({ atLeast: count, of: tie('several') }),
        fc.record({ company: tie('tree') }),
        fc.record({ people: tie('tree'), atLeast: fc.integer({ min: 1, max: 2 }) }),
      ),
    }))
    .tree.map(rule => JSON.parse(JSON.stringify(rule)) as Criteria)

/** Criteria about what definitions of any workspace may ask. */
export const criteria = madeOf(didRule, fieldRule, isRule)

/** What a sentence says at once: bounds and alternatives of one fact, and what is asked of a contact or of its organisation. */
const saidAtOnce = fc
  .constantFrom(
    ...[numberRule('employees'), textRule('sector'), textRule('custom.level'), didRule],
    fc.record({
      ...{ field: fc.constant('employees'), op: fc.constantFrom('atLeast', 'atMost') },
      value: fc.constantFrom(0, 10, 50),
    }),
  )
  .chain(rule => fc.array(rule as fc.Arbitrary<unknown>, { minLength: 2, maxLength: 3 }))
  .chain(rules => fc.constantFrom({ all: rules }, { any: rules }, { any: [rules[0], { company: rules[0] }] }))

/** Criteria with every kind of leaf, also about the segments, the answers and the standings of a world. */
export const everyCriterion = madeOf(
  ...[didRule, fieldRule, isRule, standingRule, answeredRule, valueRule, saidAtOnce],
)
