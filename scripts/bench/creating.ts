import type pg from 'pg'
import { newId } from '../../src/platform/ids.ts'
import type { Place } from './place.ts'
import { type Row, timed, whole } from './report.ts'

const given = ['Ana', 'Luis', 'Marta', 'Íñigo', 'Nuria', 'Óscar']
const surnames = ['Núñez', 'García', 'Etxeberria', 'López', 'Sáez', 'Peña', 'Ruiz']

export const person = (number: number, mark: string) => ({
  fields: {
    givenName: given[number % given.length] ?? '',
    surname: surnames[number % surnames.length] ?? '',
    email: `${mark}${number}@nueva${number % 500}.example`,
    phone: `+346${String(10_000_000 + number)}`,
    city: 'Bilbao',
    source: 'Web',
  },
})

/** Contacts created over HTTP: one a request, and a thousand a request. Other products on such a machine: 37–68 and 183 a second. */
export async function creating({ call, client, ctx }: Place): Promise<Row[]> {
  const one = 200
  const bareOne = await bareContacts(client, ctx.workspaceId, one, 1)
  const single = await timed(async () => {
    for (let number = 0; number < one; number++) await call('POST', '/contacts', person(number, 'uno'))
  })
  const many = 5_000
  const bareMany = await bareContacts(client, ctx.workspaceId, many, 1000)
  const batch = await timed(async () => {
    for (let from = 0; from < many; from += 1000)
      await call('POST', '/contacts/batch', {
        items: Array.from({ length: 1000 }, (_, number) => person(from + number, 'lote')),
      })
  })
  return [
    peerRow('contacts created over HTTP one by one', one / single.seconds, bareOne, 68),
    peerRow('contacts created over HTTP by the thousand', many / batch.seconds, bareMany, 183),
  ]
}

const peerRow = (what: string, perSecond: number, limit: number, peer: number): Row => ({
  what,
  measured: `${whole(perSecond)} contacts/s`,
  limit: `${whole(limit)} contacts/s`,
  ratio: perSecond / limit,
  wanted: `> ${peer} (peers)`,
  kept: perSecond > peer,
})

/** Contacts a second when only the row, its address and its number are inserted, `batch` to a transaction, beside the same indexes. */
export async function bareContacts(client: pg.Client, workspaceId: string, count: number, batch: number) {
  await client.query('create table contacts_bare (like contacts including all)')
  await client.query('create table identities_bare (like identities including all)')
  const { seconds } = await timed(async () => {
    for (let from = 0; from < count; from += batch) {
      const ids = Array.from({ length: batch }, newId)
      const people = ids.map((_, turn) => person(from + turn, 'fila').fields)
      await client.query(bareStatement, [
        ...[workspaceId, ids, people.map(each => each.givenName), people.map(each => each.surname)],
        ...[people.map(each => each.email), people.map(each => each.phone)],
      ])
    }
  })
  await client.query('drop table contacts_bare, identities_bare')
  return count / seconds
}

const bareStatement = `
  with new as (
    select * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) as n (id, given, surname, email, phone)
  ), made as (
    insert into contacts_bare (workspace_id, id, display_name, sort_name, given_name, surname, city, source, search_text, created_at, updated_at)
    select $1, id, given || ' ' || surname, lower(surname || ' ' || given), given, surname, 'Bilbao', 'Web',
      lower(given || ' ' || surname || e'\\n' || email || e'\\n' || phone), now(), now()
    from new
  )
  insert into identities_bare (workspace_id, contact_id, kind, value, is_primary, created_at)
  select $1, id, kind, value, true, now() from new, lateral (values ('email', email), ('phone', phone)) as i (kind, value)`
