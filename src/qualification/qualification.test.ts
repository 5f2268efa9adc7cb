import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysLater, happened, makeContact } from '../../test/history.ts'
import { withdrawEventsOf } from '../activity/activity.ts'
import { settle } from '../app/reactions.ts'
import { getContact, mergeContacts, undo, updateContact, upsertContacts } from '../contacts/contacts.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { matchingContacts } from '../criteria/matching.ts'
import { readyMadeFrameworks } from '../lifecycle/frameworks.ts'
import { publishFramework } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { answer, disqualify, qualify, requalify } from './qualification.ts'

const { workspace } = useDatabase()
const now = new Date('2026-03-02T10:00:00Z')

const itemOf = async (ctx: Ctx, id: string, question: string) =>
  (await qualify(ctx, id)).items.find(each => each.question === question)

const takeBack = (ctx: Ctx, changeSetId: string) => undo(ctx, changeSetId, withdrawEventsOf)

const isFound = async (ctx: Ctx, where: Criteria) =>
  (await matchingContacts(ctx, { about: 'contact', where })).count === 1

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  )

test('an answer keeps who said it and in which call, and the fact of the contact shows it', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx, { kind: 'person', name: 'Ana' })
  const call = await happened(ctx, ana, 'call')

  await answer(ctx, ana, [
    { question: 'need', state: 'confirmed', value: 'Cobrar antes', saidBy: 'Luis', eventId: call },
    { question: 'authority', state: 'asked', value: 'decides' },
  ])

  expect(await itemOf(ctx, ana, 'need')).toMatchObject({
    state: 'confirmed',
    value: 'Cobrar antes',
    saidBy: 'Luis',
    event: { id: call, name: 'call' },
  })
  expect((await getContact(ctx, ana)).fields).toMatchObject({ need: 'Cobrar antes', decisionRole: 'decides' })
  expect(await itemOf(ctx, ana, 'authority')).toMatchObject({ state: 'confirmed', value: 'decides' })
})

test('an answer may say on which day it was given; one given after it stays', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx, { kind: 'person' })
  const said = (value: string, days: number) =>
    answer(ctx, ana, [{ question: 'need', state: 'confirmed', value, at: daysLater(ctx, days).clock() }])

  await said('Vender más', -10)
  expect(await itemOf(ctx, ana, 'need')).toMatchObject({
    value: 'Vender más',
    at: daysLater(ctx, -10).clock(),
  })
  await said('Cobrar antes', -20)
  expect(await itemOf(ctx, ana, 'need')).toMatchObject({ value: 'Vender más' })
  await said('Comprar menos', -5)
  expect(await itemOf(ctx, ana, 'need')).toMatchObject({ value: 'Comprar menos' })
})

test('what an import or an edit writes is an answer, and a newer value overtakes an older one', async () => {
  const ctx = await workspace({ now })
  const cause = { kind: 'import' } as const
  const { items } = await upsertContacts(
    ctx,
    [{ kind: 'person', fields: { name: 'Ana', need: 'Vender más', decisionRole: 'uses' } }],
    cause,
    { existing: 'update', refused: 'throw' },
  )
  const ana = items[0]?.contactId ?? ''
  expect(await itemOf(ctx, ana, 'need')).toMatchObject({ state: 'confirmed', value: 'Vender más' })
  expect(await itemOf(ctx, ana, 'authority')).toMatchObject({ state: 'negative' })
  await answer(ctx, ana, [{ question: 'need', state: 'negative' }])
  expect((await getContact(ctx, ana)).fields.need).toBeUndefined()

  await updateContact(ctx, ana, { fields: { need: 'Exportar' } }, { kind: 'edit' })

  expect(await itemOf(ctx, ana, 'need')).toMatchObject({ state: 'confirmed', value: 'Exportar' })
})

test('undoing an answer brings back what was known before', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx, { kind: 'person', need: 'Vender más' })
  const { changeSetId } = await answer(ctx, ana, [{ question: 'need', state: 'negative' }])

  await takeBack(ctx, changeSetId)

  expect(await itemOf(ctx, ana, 'need')).toMatchObject({ state: 'confirmed', value: 'Vender más' })
})

test('another framework finds the answers that it shares', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx, { kind: 'person' })
  await answer(ctx, ana, [
    { question: 'need', state: 'confirmed', value: 'Cobrar antes' },
    { question: 'authority', state: 'confirmed', value: 'decides' },
  ])
  const meddic = readyMadeFrameworks.find(({ key }) => key === 'meddic')

  if (meddic) await publishFramework(ctx, { framework: meddic, basedOn: 0 })

  expect(await qualify(ctx, ana)).toMatchObject({ verdict: 'not_yet', confirmed: 2, version: 1 })
})

test('an answer that expires must be asked again, and the verdict follows by itself', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx, { kind: 'person', need: 'Vender', decisionRole: 'decides' })
  await answer(ctx, ana, [
    { question: 'budget', state: 'confirmed', value: 9_000, expiresAt: daysLater(ctx, 30).clock() },
  ])
  await settle(ctx)
  const qualified: Criteria = { is: 'verdict', anyOf: ['qualified'] }
  expect(await isFound(ctx, qualified)).toBe(true)

  const later = daysLater(ctx, 31)
  await settle(later)

  expect(await isFound(later, qualified)).toBe(false)
  expect(await isFound(later, { answered: 'budget', state: ['unasked'] })).toBe(true)
  expect(await itemOf(later, ana, 'budget')).toMatchObject({ state: null, value: 9_000, isExpired: true })
})

test('who is disqualified leaves the lists of work until the wake-up date, and wakes by itself', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx, { kind: 'person', need: 'Vender' })
  const toWorkOn: Criteria = { not: { is: 'verdict', anyOf: ['disqualified'] } }

  await disqualify(ctx, ana, { reason: 'bad_moment', until: daysLater(ctx, 90).clock() })
  await settle(ctx)

  expect(await isFound(ctx, toWorkOn)).toBe(false)
  expect(await qualify(ctx, ana)).toMatchObject({
    verdict: 'disqualified',
    disqualification: { reason: 'bad_moment', isInForce: true },
  })
  const later = daysLater(ctx, 90)
  await settle(later)
  expect(await isFound(later, toWorkOn)).toBe(true)
  expect(await qualify(later, ana)).toMatchObject({
    verdict: 'not_yet',
    disqualification: { isInForce: false },
  })
})

test('who cannot be reached wakes with a new address, and who goes silent with a signal', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx, { kind: 'person' })
  const luis = await makeContact(ctx, { kind: 'person' })
  await disqualify(ctx, ana, { reason: 'unreachable', wakesOn: 'address' })
  await disqualify(ctx, luis, { reason: 'no_answer', wakesOn: 'signal' })
  const later = daysLater(ctx, 1)
  await happened(later, ana, 'email_sent')
  await settle(later)
  expect(await isFound(later, { not: { is: 'verdict', anyOf: ['disqualified'] } })).toBe(false)

  const email = { kind: 'email', value: 'ana@robledo.example' } as const
  await updateContact(later, ana, { identities: { add: [email] } }, { kind: 'edit' })
  await happened(daysLater(ctx, 2), luis, 'form_submitted')
  await settle(daysLater(ctx, 2))

  for (const id of [ana, luis])
    expect((await qualify(daysLater(ctx, 2), id)).disqualification?.isInForce).toBe(false)
})

test('a signal of a date to come wakes who waits for one when that date comes', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx, { kind: 'person' })
  await disqualify(ctx, ana, { reason: 'no_answer', wakesOn: 'signal' })
  await happened(ctx, ana, 'searched', { at: daysLater(ctx, 7).clock() })
  await settle(ctx)
  const isOut: Criteria = { is: 'verdict', anyOf: ['disqualified'] }
  expect(await isFound(daysLater(ctx, 6), isOut)).toBe(true)
  // Its own timer: those of stages and points ask for other signals.
  const { recheckAt } = await ctx.db.selectFrom('verdicts').select('recheckAt').executeTakeFirstOrThrow()
  expect(recheckAt).toEqual(daysLater(ctx, 7).clock())

  await settle(daysLater(ctx, 7))

  expect(await isFound(daysLater(ctx, 7), isOut)).toBe(false)
})

test('who was out since a day that has passed is woken by what came after it, and nobody is out from a day to come', async () => {
  const ctx = await workspace({ now })
  const [ana, luis] = [await makeContact(ctx), await makeContact(ctx)]
  const at = daysLater(ctx, -3).clock()
  await happened(daysLater(ctx, -1), ana, 'email_link_clicked')
  await happened(daysLater(ctx, -5), luis, 'email_link_clicked')

  for (const id of [ana, luis]) await disqualify(ctx, id, { reason: 'no_answer', wakesOn: 'signal', at })

  expect(await qualify(ctx, ana)).toMatchObject({ disqualification: { isInForce: false } })
  expect(await qualify(ctx, luis)).toMatchObject({
    verdict: 'disqualified',
    disqualification: { isInForce: true, at: at.toISOString() },
  })
  expect(await refusalOf(disqualify(ctx, ana, { reason: 'no_budget', at: daysLater(ctx, 1).clock() }))).toBe(
    'qualification.since_in_the_future',
  )
})

test('only the signal that is waited for wakes, also one that is known to come', async () => {
  const ctx = await workspace({ now })
  const [ana, luis] = [await makeContact(ctx), await makeContact(ctx)]
  for (const id of [ana, luis])
    await disqualify(ctx, id, { reason: 'no_answer', wakesOn: 'signal', signals: ['proposal_requested'] })
  await happened(daysLater(ctx, 1), ana, 'call')
  await happened(daysLater(ctx, 1), luis, 'proposal_requested', { at: daysLater(ctx, 5).clock() })
  const verdictOn = async (days: number, id: string) => (await qualify(daysLater(ctx, days), id)).verdict

  expect(await verdictOn(2, ana)).toBe('disqualified')
  expect(await verdictOn(4, luis)).toBe('disqualified')
  expect(await verdictOn(6, luis)).not.toBe('disqualified')
  await happened(daysLater(ctx, 2), ana, 'proposal_requested')
  expect(await verdictOn(3, ana)).not.toBe('disqualified')
  expect(
    await refusalOf(disqualify(ctx, ana, { reason: 'no_answer', wakesOn: 'signal', signals: ['no_such'] })),
  ).toBe('activity.unknown_event')
})

test('what follows from the reason is written in the same act, and one undo takes it all back', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx, { kind: 'person', displayName: 'Ana' })
  const works = { add: [{ name: 'Talleres Moll' }] }
  await updateContact(ctx, ana, { organizations: works }, { kind: 'edit' })
  const before = await getContact(ctx, ana)

  const acts = [
    await disqualify(ctx, ana, { reason: 'other_role', role: 'supplier' }),
    await disqualify(ctx, ana, { reason: 'asked_not_to', note: 'No me llaméis más' }),
    await disqualify(ctx, ana, {
      ...{ reason: 'no_authority', until: daysLater(ctx, 60).clock() },
      rightPerson: { name: 'Luis Moll', jobTitle: 'Gerente' },
    }),
  ]

  const after = await getContact(ctx, ana)
  expect(after.roles).toEqual(['supplier'])
  expect(after.consents).toMatchObject([{ channel: 'any', state: 'objected', wording: 'No me llaméis más' }])
  const { deciders } = await qualify(ctx, ana)
  expect(deciders).toMatchObject([{ name: 'Luis Moll', role: 'decides', jobTitle: 'Gerente' }])
  for (const { changeSetId } of acts.toReversed()) await takeBack(ctx, changeSetId)
  expect(await getContact(ctx, ana)).toMatchObject({ roles: before.roles, consents: [] })
  expect((await qualify(ctx, ana)).deciders).toEqual([])
})

test('a disqualification can be taken back and undone, and needs its reason and a date to come', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx, { kind: 'person' })
  const { changeSetId } = await disqualify(ctx, ana, { reason: 'Ya trabaja con mi primo' })
  expect((await qualify(ctx, ana)).verdict).toBe('disqualified')
  await takeBack(ctx, changeSetId)
  expect((await qualify(ctx, ana)).verdict).toBe('research')
  await disqualify(ctx, ana, { reason: 'student' })
  await requalify(ctx, ana)

  expect((await qualify(ctx, ana)).disqualification).toBeUndefined()
  expect(await refusalOf(disqualify(ctx, ana, { reason: 'other' }))).toBe('qualification.reason_needed')
  expect(await refusalOf(disqualify(ctx, ana, { reason: 'no_budget', until: now }))).toBe(
    'qualification.wakes_in_the_past',
  )
})

test('when who answers has no say, those of the same organisation who have are named', async () => {
  const ctx = await workspace({ now })
  const cause = { kind: 'create' } as const
  const people = [
    { name: 'Ana', decisionRole: 'uses' },
    { name: 'Luis', decisionRole: 'decides', jobTitle: 'Gerente' },
  ]
  const { items } = await upsertContacts(
    ctx,
    people.map(({ name, ...fields }) => ({
      kind: 'person' as const,
      fields: { name, ...fields, organization: 'Robledo' },
    })),
    cause,
    { existing: 'update', refused: 'throw' },
  )

  const found = await qualify(ctx, items[0]?.contactId ?? '')

  expect(found).toMatchObject({ against: ['authority'], deciders: [{ name: 'Luis', jobTitle: 'Gerente' }] })
})

test('how often they visit is counted by the product and answered by nobody', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx, { kind: 'person' })
  const knowledge = readyMadeFrameworks.find(({ key }) => key === 'knowledge')
  if (knowledge) await publishFramework(ctx, { framework: knowledge, basedOn: 0 })
  for (const _ of [1, 2, 3]) await happened(ctx, ana, 'page_viewed')

  expect(await itemOf(ctx, ana, 'visit_frequency')).toMatchObject({ state: 'confirmed', isCounted: true })
  expect(await refusalOf(answer(ctx, ana, [{ question: 'visit_frequency', state: 'confirmed' }]))).toBe(
    'qualification.counted',
  )
})

test('an empty answer confirms nothing; a no needs no words', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx, { kind: 'person' })
  const saying = (state: 'confirmed' | 'negative' | 'asked', value?: string) =>
    refusalOf(answer(ctx, ana, [{ question: 'goals', state, value }]))

  expect(await saying('confirmed')).toBe('qualification.empty_answer')
  expect(await saying('confirmed', '  ')).toBe('qualification.empty_answer')
  expect(await saying('asked')).toBeUndefined()
  expect(await saying('negative')).toBeUndefined()
  expect(await saying('confirmed', 'Crecer')).toBeUndefined()
})

test('a merged contact brings its answers, and those of the one that stays win', async () => {
  const ctx = await workspace({ now })
  const [ana, anna] = [await makeContact(ctx, { name: 'Ana' }), await makeContact(ctx, { name: 'Anna' })]
  await answer(ctx, ana, [{ question: 'goals', state: 'confirmed', value: 'Doblar' }])
  await answer(ctx, anna, [
    { question: 'goals', state: 'negative' },
    { question: 'plans', state: 'confirmed', value: 'Contratar' },
  ])

  await mergeContacts(ctx, { into: ana, from: anna }, async () => [])

  const { answers } = await ctx.db
    .selectFrom('contacts')
    .select('answers')
    .where('id', '=', ana)
    .executeTakeFirstOrThrow()
  expect(answers).toMatchObject({ goals: { state: 'confirmed' }, plans: { value: 'Contratar' } })
})

test('a framework of one’s own asks its own questions; a flawed one and one written over another are refused', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx, { kind: 'person' })
  const words = { es: 'Idioma del equipo', en: 'Language of the team' }
  const own = {
    key: 'ours',
    name: { es: 'El nuestro', en: 'Ours' },
    items: [{ question: 'team_language', letter: 'I', weight: 'must' as const, name: words, ask: words }],
    least: 1,
  }
  await publishFramework(ctx, { framework: own, basedOn: 0 })

  await answer(ctx, ana, [{ question: 'team_language', state: 'confirmed', value: 'Español' }])

  expect(await qualify(ctx, ana)).toMatchObject({ verdict: 'qualified', items: [{ value: 'Español' }] })
  expect(await refusalOf(publishFramework(ctx, { framework: own, basedOn: 0 }))).toBe(
    'qualification.published_meanwhile',
  )
  expect(await refusalOf(publishFramework(ctx, { framework: { ...own, least: 2 }, basedOn: 1 }))).toBe(
    'qualification.too_few',
  )
  expect(await refusalOf(answer(ctx, ana, [{ question: 'nonsense', state: 'asked' }]))).toBe(
    'qualification.unknown_question',
  )
})

test('an answer cannot be said to come from somebody else’s call', async () => {
  const ctx = await workspace({ now })
  const [ana, luis] = [await makeContact(ctx), await makeContact(ctx)]
  const eventId = await happened(ctx, luis, 'call')

  expect(await refusalOf(answer(ctx, ana, [{ question: 'need', state: 'asked', eventId }]))).toBe(
    'qualification.unknown_event',
  )
})

test('a criterion asks for three of BANT, no denied authority and a budget; a no to authority fails it', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx, { kind: 'person' })
  await answer(ctx, ana, [
    { question: 'budget', state: 'confirmed', value: 9_000 },
    { question: 'need', state: 'confirmed', value: 'Cobrar antes' },
    { question: 'timing', state: 'confirmed', value: 'Q3' },
  ])
  const qualified: Criteria = {
    all: [
      { atLeast: 3, of: ['budget', 'authority', 'need', 'timing'].map(answered => ({ answered })) },
      { not: { answered: 'authority', state: ['negative'] } },
      { answered: 'budget', value: { op: 'atLeast', value: 5_000 } },
    ],
  }
  expect(await isFound(ctx, qualified)).toBe(true)

  await answer(ctx, ana, [{ question: 'authority', state: 'negative' }])

  expect(await isFound(ctx, qualified)).toBe(false)
})
