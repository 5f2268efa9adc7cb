import { beforeAll, expect, test } from 'vitest'
import { openApi } from '../../test/api.ts'
import { useDatabase } from '../../test/database.ts'
import { addFields } from './contacts.ts'

const { database, workspace } = useDatabase()
let api: Awaited<ReturnType<typeof openApi>>
beforeAll(async () => {
  api = await openApi(database())
})

async function twoPeople() {
  const ctx = await workspace()
  const [rosa, luis] = [await api.signedIn(ctx, 'sales'), await api.signedIn(ctx, 'manager')]
  await addFields(ctx, [
    { key: 'plan', type: 'text', labelEs: 'Plan', labelEn: 'Plan', choices: [], appliesTo: ['person'] },
  ])
  const made = await rosa.send('POST', '/contacts', {
    fields: { givenName: 'Ana', email: 'ana@moll.test', organization: 'Moll' },
    tags: ['feria'],
  })
  const path = `/contacts/${made.body.id}`
  const now = async () => (await rosa.send('GET', path)).body
  return { rosa, luis, path, now }
}

test('who saves over what another has changed meanwhile is told by whom and to what, nothing is changed, and may save it all the same', async () => {
  const { rosa, luis, path, now } = await twoPeople()
  await rosa.send('PATCH', path, { fields: { city: 'Sevilla', country: 'PT' } })

  const refused = await luis.send('PATCH', path, { fields: { city: 'Bilbao' }, seen: { city: null } })

  expect(refused).toMatchObject({
    status: 409,
    body: {
      code: 'contacts.changed_meanwhile',
      message: `${rosa.person.name} lo ha cambiado mientras tanto: ahora es «Sevilla».`,
      issues: [{ path: ['seen', 'city'], code: 'contacts.changed_meanwhile' }],
    },
  })
  expect((await now()).fields.city).toBe('Sevilla')
  const country = await luis.send('PATCH', path, { fields: { country: 'ES' }, seen: { country: null } })
  expect(country.body.message).toContain('«Portugal»')
  const mine = await luis.send('PATCH', path, { fields: { city: 'Bilbao' }, seen: { city: 'Sevilla' } })
  expect(mine.status).toBe(200)
  expect((await now()).fields.city).toBe('Bilbao')
})

test('any kind of fact is compared, one that was emptied too; the same change twice, and what nobody saw, are no conflict', async () => {
  const { rosa, luis, path, now } = await twoPeople()
  const { ownerId: nobody } = await now()
  await rosa.send('PATCH', path, {
    fields: { email: 'ana@new.test', organization: 'Nueva', tags: ['vip'] },
    custom: { plan: 'oro' },
    ownerId: rosa.person.id,
  })
  const codes = async (patch: object) => {
    const { body } = await luis.send('PATCH', path, patch)
    return body.issues?.map(({ code, message }: { code: string; message: string }) => [
      code.replace('contacts.', ''),
      message.replace(/.*«(.*)».*/, '$1'),
    ])
  }

  expect(
    await codes({
      fields: { email: 'ana@other.test', organization: 'Otra', tags: ['feria', 'web'] },
      custom: { plan: 'plata' },
      ownerId: luis.person.id,
      seen: {
        ...{ email: 'ana@moll.test', organization: 'Moll', tags: ['feria'] },
        ...{ 'custom.plan': null, ownerId: nobody },
      },
    }),
  ).toEqual([
    ['changed_meanwhile', 'ana@new.test'],
    ['changed_meanwhile', 'Nueva'],
    ['changed_meanwhile', 'vip'],
    ['changed_meanwhile', 'oro'],
    ['changed_meanwhile', rosa.person.name],
  ])
  expect(await now()).toMatchObject({ tags: ['vip'], custom: { plan: 'oro' }, ownerId: rosa.person.id })
  expect(await codes({ custom: { plan: 'oro' }, seen: { 'custom.plan': null } })).toBeUndefined()
  expect(await codes({ custom: { plan: 'plata' } })).toBeUndefined()
  await rosa.send('PATCH', path, { custom: { plan: null } })
  expect(await codes({ custom: { plan: 'cobre' }, seen: { 'custom.plan': 'plata' } })).toEqual([
    ['emptied_meanwhile', `${rosa.person.name} lo ha vaciado mientras tanto.`],
  ])
  expect(await codes({ fields: { city: 'Bilbao' }, seen: { town: null } })).toEqual([
    ['unknown_field', 'town'],
  ])
})

test('the documentation of the API says what may be sent along to be told', async () => {
  const { body } = await api.browser().send('GET', '/openapi.json')

  const { requestBody } = body.paths['/contacts/{id}'].patch
  const { properties, required = [] } = requestBody.content['application/json'].schema
  expect(properties.seen.description).toContain('contacts.changed_meanwhile')
  expect(required).not.toContain('seen')
})
