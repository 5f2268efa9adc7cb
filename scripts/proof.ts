// Learns a card from real leads and proves it on the newest fifth: `npm run proof -- ../shared/data/leads-x-education`.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { scan } from '../src/imports/checking.ts'
import {
  addBytes,
  createImport,
  finishUpload,
  getImport,
  setMapping,
  startRun,
} from '../src/imports/imports.ts'
import { type ColumnMapping, withoutQuestions } from '../src/imports/mapping.ts'
import { run } from '../src/imports/running.ts'
import { createReadyMade } from '../src/lifecycle/lifecycle.ts'
import type { Ctx } from '../src/platform/ctx.ts'
import { openDatabase } from '../src/platform/db.ts'
import { startThrowAway } from '../src/platform/embedded.ts'
import { newId } from '../src/platform/ids.ts'
import { migrate } from '../src/platform/migrate.ts'
import { type Measured, type Proof, prove } from '../src/proof/proving.ts'

const folder = process.argv[2] ?? '../shared/data/leads-x-education'
const order = 'lead_number'
/** Filled in by sellers, by another system's score, or after the sale. */
const leaking = [
  ...['tags', 'lead_quality', 'lead_profile', 'last_activity', 'last_notable_activity'],
  ...['asymmetrique_activity_index', 'asymmetrique_profile_index'],
  ...['asymmetrique_activity_score', 'asymmetrique_profile_score'],
].map(key => `custom.${key}`)

const cluster = await startThrowAway()
const database = openDatabase(cluster.url)
try {
  await migrate(cluster.url)
  const ctx = await makeWorkspace()
  const path = join(folder, 'Leads_9240x37.csv')
  const rows = await importAsFacts(ctx, path)
  console.log(`${rows} leads imported, every column as a fact`)
  const now = new Date(Date.now() + 1000)
  const proof = await prove(ctx, {
    ...{ outcome: { event: 'purchase' }, kind: 'person', inOrderOf: `custom.${order}` },
    ...{ from: new Date(0), to: now },
  })
  show(proof)
} finally {
  await database.close()
  await cluster.stop()
}

async function makeWorkspace(): Promise<Ctx> {
  const id = newId()
  await database.owner
    .insertInto('workspaces')
    .values({ id, name: 'Leads', locale: 'en', market: 'b2c' })
    .execute()
  const ctx: Ctx = {
    ...{ db: database.workspace(id), workspaceId: id, clock: () => new Date(), locale: 'en' },
    actor: { kind: 'system', name: 'proof' },
  }
  await createReadyMade(ctx, { market: 'b2c' })
  return ctx
}

/** As somebody does who keeps everything: what the product would leave as evidence becomes a fact too, so that the proof has to tell which columns leak. */
async function importAsFacts(ctx: Ctx, path: string): Promise<number> {
  const { size } = await stat(path)
  const id = await createImport(ctx, { fileName: basename(path), bytes: size, most: size })
  let offset = 0
  for await (const piece of createReadStream(path, { highWaterMark: 2 ** 20 }))
    offset = await addBytes(ctx, id, offset, piece)
  await finishUpload(ctx, id)
  const { mapping } = await getImport(ctx, id)
  const columns = mapping.columns.map(asFact)
  await setMapping(ctx, id, withoutQuestions({ ...mapping, columns }))
  await scan(ctx, id)
  await run(ctx, id, await startRun(ctx, id))
  return (await getImport(ctx, id)).rowsDone
}

function asFact(column: ColumnMapping): ColumnMapping {
  const key = column.name
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '_')
    .slice(0, 60)
  const type = key === order || /score$/.test(key) ? 'number' : 'text'
  const isKept = column.target.as !== 'evidence' && key !== order
  return isKept ? column : { ...column, target: { as: 'newField', key, label: column.name, type } }
}

function show({ people, won, today, leaks, learnt, rules }: Proof) {
  console.log(`${people} leads, ${won} of them became customers (${percent(won / people)})`)
  console.log('\nkept out:')
  for (const leak of leaks)
    console.log(`  ${leak.about}: ${leak.why}${'auc' in leak ? ` (AUC ${leak.auc.toFixed(3)})` : ''}`)
  if (!learnt) return
  console.log(`\nlearnt on the older ${learnt.learntOn}, proved on the newest ${learnt.provedOn}`)
  console.log(`AUC of the unrounded model  ${area(learnt.exact)}  wanted ≥ 0.87`)
  console.log(
    `AUC of the card             ${area(learnt.card.auc)}  wanted ≥ ${((learnt.exact?.value ?? 0) - 0.01).toFixed(4)}`,
  )
  console.log(`AUC of today's score        ${area(learnt.todayOnSame)}`)
  console.log(`the card above it by        ${area(learnt.difference)}`)
  console.log(`\nthe card, ${learnt.rules.length} rules:`)
  for (const rule of learnt.rules)
    console.log(
      `  ${String(Math.round(rule.points)).padStart(4)}  ${JSON.stringify(rule.when)}  ${rule.people} of the newest, ${percent(rule.share)} bought`,
    )
  tell('the card', learnt.card)
  tell("today's score", today)
  const dead = rules.filter(rule => rule.isDead).map(rule => rule.key)
  console.log(`rules of today's score that hold for next to nobody: ${dead.join(', ')}`)
  const { exact, card } = learnt
  const used = JSON.stringify(learnt.rules)
  const letIn = leaking.filter(key => !leaks.some(({ about }) => about === key) || used.includes(`"${key}"`))
  console.log(`leaking columns let in: ${letIn.join(', ') || 'none'} of ${leaking.length}`)
  const isExact = (exact?.value ?? 0) >= 0.87 && (card.auc?.value ?? 0) >= (exact?.value ?? 0) - 0.01
  const isKept = isExact && letIn.length === 0
  console.log(isKept ? '\nkept' : '\nMISSED')
  if (!isKept) process.exitCode = 1
}

function tell(what: string, { deciles, calibration, reach }: Measured) {
  console.log(`\n${what}, by tenths from the best: ${deciles.map(each => percent(each.share)).join(' ')}`)
  console.log(`  lift of the first tenth ${deciles[0]?.lift.toFixed(2)}`)
  console.log(
    `  expected and seen: ${calibration.bands.map(each => `${percent(each.expected)}/${percent(each.seen)}`).join(' ')}`,
  )
  console.log(
    `  Brier ${calibration.brier.toFixed(4)}, that of always saying the usual ${calibration.usual.toFixed(4)}`,
  )
  console.log(
    `  customers reached: ${reach.map(each => `${percent(each.share)} in the best ${each.contacts} %`).join(', ')}`,
  )
}

function percent(share: number) {
  return `${(100 * share).toFixed(1)} %`
}

function area(found?: { value: number; low: number; high: number }) {
  return found ? `${found.value.toFixed(4)} (${found.low.toFixed(3)}–${found.high.toFixed(3)})` : 'none'
}
