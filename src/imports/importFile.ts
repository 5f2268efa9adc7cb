import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { check, scan } from './checking.ts'
import {
  addBytes,
  beginCheck,
  createImport,
  expectReady,
  finishUpload,
  getImport,
  queueRun,
  setMapping,
  setPreset,
  startRun,
} from './imports.ts'
import { openQuestions, withoutQuestions } from './mapping.ts'
import { run } from './running.ts'
import type { Counts, Import, State } from './store.ts'

export type ImportFile = {
  /** A known system's key instead of the one detected. */
  preset?: string
  /** Store, instead of only saying what would happen; words with several senses are then kept as evidence. */
  yes?: boolean
  /** Called as rows are checked and then stored. */
  onProgress?: (progress: { state: State; rows: number; of: number | null }) => void
}

/** What became of a file. */
export type ImportReport = {
  id: string
  file: string
  state: State
  preset: string | null
  format: { kind: string; encoding: string; separator: string; headerRow: number }
  rows: number
  counts: Counts
  /** The most frequent reasons for refusing a row or leaving a value out. */
  reasons: { code: string; rows: number }[]
  /** Words whose sense a person should have chosen. */
  questions: { column: string; word: string }[]
  columns: Record<string, string>
  error: Import['error']
  seconds: number
}

/**
 * Imports a file in this process: reads, checks, and with `yes` stores. @throws Refusal what is wrong with the file and where
 */
export async function importFile(
  ctx: Ctx,
  path: string,
  { preset, yes = false, onProgress }: ImportFile = {},
): Promise<ImportReport> {
  const started = performance.now()
  const id = await upload(ctx, path)
  if (preset) await setPreset(ctx, id, preset)
  const { mapping } = await getImport(ctx, id)
  const questions = openQuestions(mapping)
  if (questions.length > 0) await setMapping(ctx, id, withoutQuestions(mapping))
  await reporting(ctx, id, onProgress, async () => {
    expectReady((await getImport(ctx, id)).mapping)
    if (yes) await scan(ctx, id)
    else await check(ctx, id, await beginCheck(ctx, id))
  })
  const { state } = await getImport(ctx, id)
  if (yes && state === 'checked') await reporting(ctx, id, onProgress, () => runHere(ctx, id))
  const done = await getImport(ctx, id)
  return {
    ...{
      id,
      file: done.fileName,
      state: done.state,
      preset: mapping.preset ?? null,
      rows: done.rowsDone,
      counts: done.counts,
    },
    format: {
      kind: done.format.kind,
      encoding: done.format.encoding,
      separator: done.format.separator,
      headerRow: done.format.headerRow,
    },
    reasons: await reasonsOf(ctx, id),
    questions: questions.map(({ column, value }) => ({
      column: mapping.columns[column]?.name ?? '',
      word: value,
    })),
    columns: Object.fromEntries(
      mapping.columns.map(({ name, target }) => [
        name,
        'field' in target
          ? `${target.as} ${target.field}`
          : 'question' in target
            ? `${target.as} ${target.question}`
            : target.as,
      ]),
    ),
    error: done.error,
    seconds: Math.round(performance.now() - started) / 1000,
  }
}

/** Stores the rows in this process. Should it die, the program's worker goes on within a minute. */
async function runHere(ctx: Ctx, id: string) {
  const inAMinute = () => new Date(ctx.clock().getTime() + 60_000)
  const attempt = await startRun(ctx, id, inAMinute())
  // A renewal that fails only lets the worker in earlier: each chunk is stored once all the same.
  const renewal = setInterval(() => void queueRun(ctx, id, attempt, inAMinute()).catch(() => {}), 20_000)
  try {
    await run(ctx, id, attempt)
  } finally {
    clearInterval(renewal)
  }
}

async function upload(ctx: Ctx, path: string): Promise<string> {
  const { size } = await stat(path).catch(() => {
    throw new Refusal('missing', 'imports.no_such_file', { path })
  })
  const id = await createImport(ctx, { fileName: basename(path), bytes: size, most: Number.MAX_SAFE_INTEGER })
  let offset = 0
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 }))
    offset = await addBytes(ctx, id, offset, piece)
  await finishUpload(ctx, id)
  return id
}

/** Tells how far the work has come, twice a second. */
async function reporting(ctx: Ctx, id: string, tell: ImportFile['onProgress'], work: () => Promise<void>) {
  const look = async () => {
    const { state, rowsDone, rowsTotal } = await getImport(ctx, id)
    tell?.({ state, rows: rowsDone, of: rowsTotal })
  }
  const timer = tell && setInterval(() => void look().catch(() => {}), 500)
  try {
    await work()
  } finally {
    clearInterval(timer)
  }
  await look()
}

async function reasonsOf(ctx: Ctx, id: string): Promise<{ code: string; rows: number }[]> {
  const { rows } = await sql<{ code: string; rows: number }>`
    select reason ->> 'code' as code, count(distinct line)::integer as rows
    from import_rows, jsonb_array_elements(reasons) reason
    where workspace_id = ${ctx.workspaceId} and import_id = ${id}
    group by 1 order by 2 desc, 1 limit 20`.execute(ctx.db)
  return rows
}
