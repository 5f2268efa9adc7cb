import { beforeAll, describe, expect, test } from 'vitest'
import { openApi } from '../../test/api.ts'
import { useDatabase } from '../../test/database.ts'
import { auditPage } from '../audit/audit.ts'

const { database, workspace } = useDatabase()
let api: Awaited<ReturnType<typeof openApi>>
beforeAll(async () => {
  api = await openApi(database())
})

test('who leaves by themselves is out, their session goes on where else they belong, and the last owner stays', async () => {
  const ctx = await workspace()
  const owner = await api.signedIn(ctx, 'owner')
  const seller = await api.signedIn(ctx, 'sales')

  expect((await seller.send('DELETE', '/me/membership')).status).toBe(200)

  const { me } = (await seller.send('GET', '/session')).body
  expect(me).toMatchObject({ user: { email: seller.person.email }, workspaces: [] })
  expect((await seller.send('GET', '/members')).body.code).toBe('http.no_workspace')
  expect((await owner.send('DELETE', '/me/membership')).body.code).toBe('identity.last_owner')
  expect((await auditPage(ctx, { action: 'member.left', limit: 5 })).entries).toMatchObject([
    { actorName: seller.person.name, details: { role: 'sales' } },
  ])
})

test('whether anybody is signed in can be asked by strangers too', async () => {
  const browser = await api.signedIn(await workspace(), 'sales')

  expect((await api.browser().send('GET', '/session')).body).toEqual({})
  expect((await browser.send('GET', '/session')).body.me).toEqual((await browser.send('GET', '/me')).body)
})

describe('a forgotten password', () => {
  const lose = async () => {
    const ctx = await workspace()
    const admin = await api.signedIn(ctx, 'admin')
    const seller = await api.signedIn(ctx, 'sales')
    const { secret } = (await admin.send('POST', `/members/${seller.person.id}/reset-link`)).body
    return { ctx, admin, seller, secret: secret as string }
  }
  const password = 'nueve barcas blancas'

  test('is replaced with the link of an administrator, once; other sessions end', async () => {
    const { ctx, seller, secret } = await lose()
    const browser = api.browser()

    const look = await browser.send('POST', '/password-reset/look', { secret })
    const short = await browser.send('POST', '/password-reset', { secret, password: 'corta' })
    const set = await browser.send('POST', '/password-reset', { secret, password })

    expect(look.body).toEqual({ name: seller.person.name, email: seller.person.email })
    expect(short.body.issues).toMatchObject([{ path: ['password'], code: 'identity.password_too_short' }])
    expect(set.status).toBe(200)
    expect((await browser.send('GET', '/me')).body.user.email).toBe(seller.person.email)
    expect((await seller.send('GET', '/me')).status).toBe(401)
    expect((await api.browser().send('POST', '/password-reset', { secret, password })).status).toBe(404)
    expect((await auditPage(ctx, { limit: 20 })).entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['password.link_made', 'password.reset']),
    )
  })

  test('a second link ends the first, and a link ends after a day', async () => {
    const { admin, seller, secret } = await lose()
    const { body } = await admin.send('POST', `/members/${seller.person.id}/reset-link`)

    expect((await api.browser().send('POST', '/password-reset', { secret, password })).status).toBe(404)

    await database()
      .owner.updateTable('verifications')
      .set({ expiresAt: new Date(0) })
      .execute()
    const late = { secret: body.secret, password }
    expect((await api.browser().send('POST', '/password-reset', late)).status).toBe(404)
  })

  test('an administrator makes no link for an owner, nor for who also belongs where they do not administer', async () => {
    const { ctx, admin, seller } = await lose()
    const owner = await api.signedIn(ctx, 'owner')
    const elsewhere = await api.signedIn(await workspace(), 'admin')
    const { email } = seller.person
    const { secret } = (await elsewhere.send('POST', '/invitations', { email, role: 'reader' })).body
    await seller.send('POST', '/invitations/accept', { secret })

    const answers = [
      await admin.send('POST', `/members/${owner.person.id}/reset-link`),
      await admin.send('POST', `/members/${seller.person.id}/reset-link`),
    ]

    expect(answers.map(answer => answer.body.code)).toEqual([
      'identity.only_owners',
      'identity.reset_elsewhere',
    ])
  })
})
