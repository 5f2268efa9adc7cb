import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { call, owner, setUpProgram } from './client.ts'
import { startProgram } from './program.ts'

const secrets = [
  'Xenobia',
  'Quintaválida',
  'xenobia@quintavalida.example',
  '600987321',
  'sesenta caballos verdes',
]
const [givenName = '', surname = '', email = '', phone = '', password = ''] = secrets
const fields = { givenName, surname, email, phone }

test('what is logged names nobody, whatever fails', { timeout: 120_000 }, async () => {
  const program = await startProgram({ env: { LOG_LEVEL: 'debug' } })
  onTestFinished(async () => {
    if (program.process.exitCode === null) await program.stop()
  })
  const { key, cookie } = await setUpProgram(program)
  const ask = (method: string, path: string, body?: unknown) => call(program.url, key, method, path, body)
  const asked = async (method: string, path: string, body?: unknown) => (await ask(method, path, body)).status

  expect(await asked('POST', '/contacts', { kind: 'person', fields })).toBe(201)
  expect(await asked('POST', '/contacts', { kind: 'person', fields })).toBe(409)
  const wrong = { ...fields, email: `${email}@` }
  expect(await asked('POST', '/contacts', { kind: 'person', fields: wrong })).toBe(400)
  expect(await asked('GET', `/contacts/search?text=${encodeURIComponent(`${givenName} ${surname}`)}`)).toBe(
    200,
  )
  expect(await asked('POST', '/session', { email, password })).toBe(401)
  await asSuperuser(program.dataDir, quoting)
  expect(await asked('POST', '/contacts', { kind: 'person', fields: { givenName, surname } })).toBe(500)
  await importFile(program.url, key)
  await expect.poll(() => program.printed(), { timeout: 60_000 }).toContain('job failed')
  await program.stop()

  const logged = program.printed()
  expect(logged).toContain('"msg":"bug"')
  const told = [...secrets, owner.password, key, cookie].filter(each => logged.includes(each))
  expect(told).toEqual([])
})

// A message of the database that quotes the row, as those of constraints do.
const quoting = `
  create function quote_row() returns trigger language plpgsql as $$
    begin raise exception 'no room for % %', new.display_name, new.search_text; end $$;
  create trigger quote_row before insert or update on contacts for each row execute function quote_row()`

async function asSuperuser(dataDir: string, statement: string) {
  const { password, port } = JSON.parse(await readFile(join(dataDir, 'postgres.json'), 'utf8'))
  const client = new pg.Client(`postgres://embudo:${password}@127.0.0.1:${port}/embudo`)
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** Has a file of somebody else of that name stored. */
async function importFile(url: string, key: string) {
  const bytes = Buffer.from(`Nombre,Apellidos,Correo\n${givenName},${surname},otra.${email}\n`)
  const ask = (method: string, path: string, body?: unknown) => call(url, key, method, path, body)
  const { body } = await ask('POST', '/imports', { fileName: 'gente.csv', bytes: bytes.length })
  await fetch(`${url}/api/imports/${body.id}/bytes/0`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' },
    body: bytes,
  })
  await ask('POST', `/imports/${body.id}/file`)
  await ask('POST', `/imports/${body.id}/check`)
  await expect.poll(async () => (await ask('GET', `/imports/${body.id}`)).body.state).toBe('checked')
  await ask('POST', `/imports/${body.id}/run`)
}
