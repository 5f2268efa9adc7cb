import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { draft, previewed } from '../../test/drafts.ts'
import { daysAgo, happened, makeContact } from '../../test/history.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { matchingContacts } from '../criteria/matching.ts'
import type { Definitions } from '../lifecycle/definitionChanges.ts'
import { funnelOf, publishDraft, standingOf } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { prove } from '../proof/proving.ts'
import { pointsOf } from '../scoring/scoring.ts'
import { settle } from './reactions.ts'
import { rebuild } from './rebuild.ts'
import { type Aspect, criterionOf, type Wanted } from './web/scoreSetUp/aspects.ts'
import {
  type Profile,
  profileCriterion,
  profileOf,
  type Side,
  type Trait,
  withProfile,
} from './web/scoreSetUp/ideal.ts'
import { followed, keptOut } from './web/scoreSetUp/keepingOut.ts'
import { lackingMust } from './web/scoreSetUp/lackingMust.ts'
import { withProposed } from './web/scoreSetUp/proposed.ts'

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')

function trait(key: Aspect, wanted: Wanted, isMust = false): Trait {
  const when = criterionOf(key, wanted)
  if (!when) throw new Error(`nothing is wanted of ${key}`)
  return { key, when, points: 10, isMust }
}

const names = async (ctx: Ctx, where: Criteria | undefined) =>
  (await matchingContacts(ctx, { about: 'contact', where: where ?? { any: [] } })).sample
    .map(({ name }) => name)
    .sort()

async function publish(ctx: Ctx, change: (definitions: Definitions) => Definitions) {
  const { revision } = await draft(ctx, [change])
  await publishDraft(ctx, { revision, note: 'El perfil' })
  await rebuild(ctx)
}

const profiled =
  (side: Side, traits: Trait[], more: Partial<Profile> = {}) =>
  (now: Definitions): Definitions => {
    const profile = { ...profileOf(now.score, side), traits, ...more }
    return followed(now, { ...now, score: withProfile(now.score, side, profile) })
  }

test('of the profile is who has the musts and enough of the rest, of itself or of where it works', async () => {
  const ctx = await workspace({ now })
  const vidal = await makeContact(ctx, {
    ...{ kind: 'organization', displayName: 'Vidal', sector: 'Oficinas', country: 'PT' },
  })
  const ana = await makeContact(ctx, { displayName: 'Ana', need: 'menos consumo' })
  await sql`insert into employments (workspace_id, person_id, organization_id, created_at)
    values (${ctx.workspaceId}, ${ana}, ${vidal}, ${now})`.execute(ctx.db)
  await makeContact(ctx, { displayName: 'Berta', sector: 'Oficinas', tags: ['obra nueva'], need: 'consumo' })
  await makeContact(ctx, { displayName: 'Clara', country: 'PT', tags: ['obra nueva'], need: 'consumo' })
  const traits = [
    trait('sector', { words: ['oficinas'] }, true),
    trait('place', { words: ['PT'] }),
    trait('problem', { words: ['consumo'] }),
    trait('project', { words: ['obra nueva'] }),
  ]

  const who = (enough?: number) => names(ctx, profileCriterion('ideal', { traits, enough }))

  expect(await who(0)).toEqual(['Ana', 'Berta', 'Vidal'])
  expect(await who(1)).toEqual(['Ana', 'Berta', 'Vidal'])
  expect(await who()).toEqual(['Ana', 'Berta'])
  expect(await who(3)).toEqual([])
})

test('what the customers propose goes into the form, and gives its points once it is published', async () => {
  const ctx = await workspace({ now })
  for (let i = 0; i < 120; i++) {
    const buys = i % 2 === 0
    const id = await makeContact(ctx, {
      ...{ createdAt: daysAgo(ctx, 200 - i), sector: (i % 6 === 0) === buys ? 'Metal' : 'Salud' },
      source: i % 5 < (buys ? 4 : 1) ? 'Feria' : 'Web',
    })
    if (buys) await happened(ctx, id, 'purchase', { at: daysAgo(ctx, 190 - i > 1 ? 190 - i : 1) })
  }
  const period = { from: daysAgo(ctx, 365), to: now }
  const { profile } = await prove(ctx, { outcome: { event: 'purchase' }, kind: 'person', ...period })

  await publish(ctx, before =>
    profiled('ideal', profile.reduce(withProposed, profileOf(before.score, 'ideal')).traits)(before),
  )

  const { score } = await funnelOf(ctx)
  const written = profileOf(score, 'ideal').traits.map(({ key }) => key)
  expect(written).toEqual(['sector', 'size', 'revenue', 'decides', 'profile_1'])
  const carla = await makeContact(ctx, { displayName: 'Carla', sector: 'Salud', source: 'Feria' })
  await settle(ctx)
  const { fit } = await pointsOf(ctx, carla)
  expect(fit.lines.flatMap(line => ('rule' in line ? [line.rule] : []))).toEqual(['sector', 'profile_1'])
})

test('the anti-profile keeps out of the stages while it is asked to, tells whom in the preview, and customers stay', async () => {
  const ctx = await workspace({ now })
  const [plays, builds, bought] = [
    await makeContact(ctx, { displayName: 'Juega', sector: 'Juego' }),
    await makeContact(ctx, { displayName: 'Construye', sector: 'Obras' }),
    await makeContact(ctx, { displayName: 'Compró', sector: 'Juego' }),
  ]
  for (const id of [plays, builds]) await happened(ctx, id, 'call')
  await happened(ctx, bought, 'purchase')
  await settle(ctx)
  const unwanted = profiled('anti', [trait('sector', { words: ['Juego'] })])
  const stages = async () =>
    Promise.all([plays, builds, bought].map(async id => (await standingOf(ctx, id))?.stage))

  await publish(ctx, unwanted)
  expect(await stages()).toEqual(['prospect', 'prospect', 'customer'])

  await draft(ctx, [before => keptOut(before, true)])
  expect((await previewed(ctx))?.result).toMatchObject({
    moved: 1,
    flows: [{ from: 'prospect', to: 'contact', people: 1 }],
  })

  await publish(ctx, before => keptOut(before, true))
  expect(await stages()).toEqual(['contact', 'prospect', 'customer'])

  await publish(ctx, profiled('anti', [trait('sector', { words: ['Armas'] })]))
  expect(await stages()).toEqual(['prospect', 'prospect', 'customer'])
})

test('who is known to lack a must is not worth a contact, and reads why; of whom nothing is known, nothing is held against', async () => {
  const ctx = await workspace({ now })
  const facts = { decisionRole: 'decides', need: 'luz', sector: 'Oficinas' }
  const far = await makeContact(ctx, { displayName: 'Lejos', country: 'AR', ...facts })
  await makeContact(ctx, { displayName: 'Cerca', country: 'ES', ...facts })
  await makeContact(ctx, { displayName: 'Quizá', ...facts })
  const traits = [trait('place', { words: ['ES'] }, true), trait('sector', { words: ['Oficinas'] })]
  const short: Criteria = { is: 'fit', anyOf: ['short'] }
  const least = (now: Definitions) => ({ ...now, score: { ...now.score, contactFrom: 15 } })

  await publish(ctx, before => least(profiled('ideal', traits, { mustPoints: 0 })(before)))
  expect(await names(ctx, short)).toEqual([])

  await publish(ctx, before =>
    profiled('ideal', traits, { mustPoints: lackingMust(before.score)?.needed ?? 0 })(before),
  )
  expect(await names(ctx, short)).toEqual(['Lejos'])
  const { fit } = await pointsOf(ctx, far)
  expect(fit.lines.find(line => 'rule' in line && line.rule === 'ideal_must')).toMatchObject({
    because: expect.arrayContaining([expect.objectContaining({ value: 'AR' })]),
  })
})
