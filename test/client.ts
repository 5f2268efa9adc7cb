import type { RunningProgram } from './program.ts'

export type Answer = { status: number; body: Record<string, unknown> }

export const owner = { email: 'ana@robledo.example', password: 'un caballo entre cuatro encinas' }

/** Sets a new program up as its first person does, and makes an API key that may do everything. */
export async function setUpProgram({
  url,
}: Pick<RunningProgram, 'url'>): Promise<{ key: string; cookie: string }> {
  const set = await fetch(`${url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ userName: 'Ana Robledo', ...owner, company: 'Academia Robledo', locale: 'es' },
      ...{ timeZone: 'Europe/Madrid', currency: 'EUR', market: 'b2b' },
      ...{ prospectNeeds: 'click', contactMeans: 'everyone' },
    }),
  })
  if (!set.ok) throw new Error(await set.text())
  const cookie = set.headers
    .getSetCookie()
    .map(each => each.split(';')[0])
    .join('; ')
  const scopes = [
    'contacts.read',
    'contacts.write',
    'contacts.delete',
    'events.write',
    'imports.run',
    'definitions.read',
  ]
  const made = await fetch(`${url}/api/keys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ name: 'tests', scopes }),
  })
  const answer = (await made.json()) as { secret?: string }
  if (!answer.secret) throw new Error(JSON.stringify(answer))
  return { key: answer.secret, cookie }
}

/** Asks the API as an API key does. */
export async function call(
  url: string,
  key: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await fetch(`${url}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
  })
  const text = await answer.text()
  return { status: answer.status, body: text ? JSON.parse(text) : {} }
}
