import { spawn } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { bareContacts, person } from './creating.ts'
import { type Place, watchMemory } from './place.ts'
import { type Row, timed, whole } from './report.ts'

type Summary = { rows: number; seconds: number; counts: Record<string, number> }

/** `embudo import` of a CSV file with names, addresses and numbers beside the running program, and another sent to the program. */
export async function importing(place: Place, rows: number): Promise<Row[]> {
  const file = await fileOf(rows, 10_000_000)
  const bare = await bareContacts(place.client, place.ctx.workspaceId, rows, 1000)
  const { summary, most } = await imported(place.databaseUrl, file)
  const perSecond = summary.rows / summary.seconds
  return [
    {
      what: `CSV import of ${whole(rows)} rows with matching and undo record`,
      measured: `${whole(perSecond)} rows/s`,
      limit: `${whole(bare)} contacts/s`,
      ratio: perSecond / bare,
      wanted: '≥ 5,000 rows/s',
      kept: perSecond >= 5000,
    },
    memoryRow('most memory of the importing process', most),
    await sent(place, await fileOf(rows / 4, 20_000_000), rows / 4),
  ]
}

/** A third of the rows are contacts that were created by the thousand; the others are numbered from `first`. */
async function fileOf(rows: number, first: number): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'embudo-bench-')), 'contactos.csv')
  const lines = Array.from({ length: rows }, (_, number) => {
    const { fields } = number % 3 ? person(first + number, 'fichero') : person(number % 5_000, 'lote')
    return [fields.givenName, fields.surname, fields.email, fields.phone, fields.city, fields.source].join()
  })
  await writeFile(file, ['Nombre,Apellidos,Correo,Teléfono,Ciudad,Origen', ...lines].join('\n'))
  return file
}

/** What the import wizard asks of the program, which then checks and stores by itself: its memory counts with that of the rest. */
async function sent({ call, send }: Place, file: string, rows: number): Promise<Row> {
  const bytes = await readFile(file)
  const until = async (id: string, wanted: string) => {
    for (;;) {
      const { state } = await call<{ state: string }>('GET', `/imports/${id}`)
      if (state === wanted) return
      if (state === 'failed' || state === 'stopped') throw new Error(`the import ${state}`)
      await setTimeout(100)
    }
  }
  const { seconds } = await timed(async () => {
    const { id, pieceBytes } = await call<{ id: string; pieceBytes: number }>('POST', '/imports', {
      ...{ fileName: basename(file), bytes: bytes.length },
    })
    for (let from = 0; from < bytes.length; from += pieceBytes)
      await send('PUT', `/imports/${id}/bytes/${from}`, bytes.subarray(from, from + pieceBytes))
    await call('POST', `/imports/${id}/file`)
    await call('POST', `/imports/${id}/check`)
    await until(id, 'checked')
    await call('POST', `/imports/${id}/run`)
    await until(id, 'done')
  })
  return {
    what: `${whole(rows)} rows sent to the program, checked for the preview, then stored`,
    measured: `${whole(rows / seconds)} rows/s`,
  }
}

async function imported(databaseUrl: string, file: string) {
  const main = join(import.meta.dirname, '../../src/app/main.ts')
  const child = spawn(process.execPath, [main, 'import', file, '--yes'], {
    env: { ...process.env, DATABASE_URL: databaseUrl, LANG: 'en' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const memory = watchMemory(() => child.pid)
  const summary: Summary = JSON.parse(await text(child.stdout))
  memory.stop()
  return { summary, most: memory.most() }
}

export function memoryRow(what: string, bytes: number): Row {
  const megabytes = bytes / 1024 / 1024
  return { what, measured: `${whole(megabytes)} MB`, wanted: '< 300 MB', kept: megabytes < 300 }
}
