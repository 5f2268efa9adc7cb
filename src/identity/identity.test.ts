import { sql } from 'kysely'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { openApi } from '../../test/api.ts'
import { useDatabase } from '../../test/database.ts'
import { auditPage } from '../audit/audit.ts'
import { createIdentity } from './identity.ts'
import { setPassword } from './people.ts'

const { database, workspace } = useDatabase()
let api: Awaited<ReturnType<typeof openApi>>
beforeAll(async () => {
  api = await openApi(database())
})

const company = {
  ...{ userName: 'Ana Robledo', email: 'Ana@Robledo.example', password: 'cuatro caballos azules' },
  ...{ company: 'Academia Robledo', locale: 'es', timeZone: 'Europe/Madrid', currency: 'EUR', market: 'b2b' },
  ...{ prospectNeeds: 'click', contactMeans: 'everyone' },
}

describe('set-up', () => {
  test('of several set-ups at the same moment one makes the first account and signs in; later ones are refused', async () => {
    const browsers = [1, 2, 3, 4].map(() => api.browser())
    expect((await api.browser().send('GET', '/setup')).body).toEqual({ open: true })

    const answers = await Promise.all(browsers.map(browser => browser.send('POST', '/setup', company)))

    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409, 409, 409])
    const winner = browsers[answers.findIndex(answer => answer.status === 200)]
    expect((await winner?.send('GET', '/me'))?.body).toMatchObject({
      user: { name: 'Ana Robledo', email: 'ana@robledo.example', locale: 'es' },
      workspace: { name: 'Academia Robledo', market: 'b2b', prospectNeeds: 'click' },
      role: 'owner',
      workspaces: [{ name: 'Academia Robledo', role: 'owner' }],
    })
    expect((await api.browser().send('GET', '/setup')).body).toEqual({ open: false })
    expect((await api.browser().send('POST', '/setup', company)).body).toMatchObject({
      code: 'identity.set_up_already',
      message: 'Embudo ya está configurado. Inicia sesión.',
    })
    expect(await database().owner.selectFrom('users').select('id').execute()).toHaveLength(1)
    expect(await database().owner.selectFrom('workspaces').select('id').execute()).toHaveLength(1)
  })
})

describe('signing in', () => {
  test('the session’s cookie is out of reach of scripts and other sites, and secure where the address is', async () => {
    const ctx = await workspace()
    const { person } = await api.signedIn(ctx, 'sales')

    const { headers } = await api
      .browser()
      .send('POST', '/session', { email: person.email, password: person.password })

    expect(headers.getSetCookie()[0]).toMatch(/^embudo\.session_token=.*HttpOnly; SameSite=Lax/i)
    const { auth } = await createIdentity({
      database: database(),
      publicUrl: 'https://crm.example',
      onWorkspaceCreated: async () => {},
    })
    const answer = await auth.api.signInEmail({ body: person, headers: new Headers(), asResponse: true })
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-embudo\.session_token=.*Secure/i)
  })

  test('who comes in by another way is told the address that is set, for links to others; without the setting none', async () => {
    const ctx = await workspace()
    const published = await openApi(database(), { publicUrl: 'http://crm.example' })
    const [here, there] = [await api.signedIn(ctx, 'admin'), await published.signedIn(ctx, 'admin')]

    expect((await there.send('GET', '/me')).body).toMatchObject({ publicUrl: 'http://crm.example' })
    expect((await here.send('GET', '/me')).body).not.toHaveProperty('publicUrl')
  })

  test('a wrong password and an unknown address answer the same, and the failure is written down', async () => {
    const ctx = await workspace()
    const { person } = await api.signedIn(ctx, 'sales')
    const attempt = (email: string) =>
      api.browser().send('POST', '/session', { email, password: 'no es esta clave' })

    const [wrong, unknown] = [await attempt(person.email), await attempt('nadie@robledo.example')]

    expect(wrong.status).toBe(401)
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' })
    expect((await auditPage(ctx, { limit: 1 })).entries).toMatchObject([
      { action: 'sign_in.failed', actorKind: 'system', subjectName: person.name },
    ])
  })

  test('after ten failures an account waits, even with the right password, and others do not', async () => {
    const ctx = await workspace()
    const { person } = await api.signedIn(ctx, 'sales')
    const other = await api.signedIn(ctx, 'sales')
    const attempt = (email: string, password: string) =>
      api.browser().send('POST', '/session', { email, password })

    await Promise.all(Array.from({ length: 10 }, () => attempt(person.email, 'no es esta clave')))

    expect((await attempt(person.email, person.password)).status).toBe(429)
    expect((await attempt(other.person.email, other.person.password)).status).toBe(200)
  })

  test('signing out ends the session for whoever kept its cookie', async () => {
    const browser = await api.signedIn(await workspace(), 'sales')
    const kept = new Map(browser.cookies)

    expect((await browser.send('DELETE', '/session')).status).toBe(200)

    for (const [name, value] of kept) browser.cookies.set(name, value)
    expect((await browser.send('GET', '/me')).status).toBe(401)
  })

  test('an expired session and a forged cookie are strangers', async () => {
    const browser = await api.signedIn(await workspace(), 'sales')
    await database()
      .owner.updateTable('sessions')
      .set({ expiresAt: new Date(0) })
      .where('userId', '=', browser.person.id)
      .execute()
    const forged = api.browser({ cookie: 'embudo.session_token=abc.def' })

    expect((await browser.send('GET', '/members')).body).toMatchObject({ code: 'http.unauthenticated' })
    expect((await forged.send('GET', '/members')).status).toBe(401)
  })
})

test('a failure of our own while signing in is not called a wrong password, nor written down as one', async () => {
  const ctx = await workspace()
  const { person } = await api.signedIn(ctx, 'sales')
  const signIn = vi
    .spyOn(api.identity.auth.api, 'signInEmail')
    .mockResolvedValueOnce(new Response('', { status: 500 }) as never)

  const answer = await api
    .browser()
    .send('POST', '/session', { email: person.email, password: person.password })

  signIn.mockRestore()
  expect(answer.status).toBe(500)
  expect(api.bugs.splice(0)).toHaveLength(1)
  expect((await auditPage(ctx, { action: 'sign_in.failed', limit: 1 })).entries).toEqual([])
})

describe('passwords', () => {
  test.each([
    ['short', 'identity.password_too_short'],
    ['1234567890', 'identity.password_common'],
    ['Contraseña2026!', 'identity.password_common'],
    ['abcabcabcabc', 'identity.password_common'],
    ['a'.repeat(201), 'identity.password_too_long'],
  ])('%s is refused', async (password, code) => {
    const browser = await api.signedIn(await workspace(), 'sales')
    const body = { currentPassword: browser.person.password, password }

    const answer = await browser.send('POST', '/me/password', body)

    expect(answer.status).toBe(400)
    expect(answer.body.issues).toMatchObject([{ path: ['password'], code }])
  })

  test('changing it ends the other sessions and keeps this one', async () => {
    const browser = await api.signedIn(await workspace(), 'sales')
    const { email, password } = browser.person
    const elsewhere = api.browser()
    await elsewhere.send('POST', '/session', { email, password })

    const wrong = await browser.send('POST', '/me/password', {
      currentPassword: 'no es esta clave',
      password: 'seis gatos verdes',
    })
    const right = await browser.send('POST', '/me/password', {
      currentPassword: password,
      password: 'seis gatos verdes',
    })

    expect(wrong.body.issues).toMatchObject([{ path: ['currentPassword'], code: 'identity.wrong_password' }])
    expect(right.status).toBe(200)
    expect((await browser.send('GET', '/me')).status).toBe(200)
    expect((await elsewhere.send('GET', '/me')).status).toBe(401)
    expect((await api.browser().send('POST', '/session', { email, password })).status).toBe(401)
  })

  test('one set from the command line ends all sessions', async () => {
    const browser = await api.signedIn(await workspace(), 'sales')

    await setPassword(database(), api.identity.auth, browser.person.email, 'seis gatos verdes')

    expect((await browser.send('GET', '/me')).status).toBe(401)
    const body = { email: browser.person.email, password: 'seis gatos verdes' }
    expect((await api.browser().send('POST', '/session', body)).status).toBe(200)
  })
})

describe('members', () => {
  test('a member who is removed is out at once', async () => {
    const ctx = await workspace()
    const admin = await api.signedIn(ctx, 'admin')
    const seller = await api.signedIn(ctx, 'sales')

    expect((await admin.send('DELETE', `/members/${seller.person.id}`)).status).toBe(200)

    expect((await seller.send('GET', '/members')).status).toBe(401)
    expect((await auditPage(ctx, { action: 'member.removed', limit: 1 })).entries).toMatchObject([
      { actorName: admin.person.name, subjectName: seller.person.name },
    ])
  })

  test('a role that changes holds from the next request', async () => {
    const ctx = await workspace()
    const admin = await api.signedIn(ctx, 'admin')
    const seller = await api.signedIn(ctx, 'sales')

    await admin.send('PATCH', `/members/${seller.person.id}`, { role: 'admin' })

    expect((await seller.send('GET', '/keys')).status).toBe(200)
  })

  test('only an owner makes or unmakes owners, and the last one stays', async () => {
    const ctx = await workspace()
    const [owner, admin] = [await api.signedIn(ctx, 'owner'), await api.signedIn(ctx, 'admin')]

    const answers = [
      await admin.send('PATCH', `/members/${admin.person.id}`, { role: 'owner' }),
      await admin.send('DELETE', `/members/${owner.person.id}`),
      await admin.send('POST', '/invitations', { email: 'luis@robledo.example', role: 'owner' }),
      await owner.send('PATCH', `/members/${owner.person.id}`, { role: 'reader' }),
      await owner.send('DELETE', `/members/${owner.person.id}`),
    ]

    expect(answers.map(answer => answer.body.code)).toEqual([
      ...Array.from({ length: 3 }, () => 'identity.only_owners'),
      ...['identity.last_owner', 'identity.last_owner'],
    ])
  })

  test('two owners who leave at the same moment do not leave nobody', async () => {
    const ctx = await workspace()
    const owners = [await api.signedIn(ctx, 'owner'), await api.signedIn(ctx, 'owner')]

    const answers = await Promise.all(
      owners.map(owner => owner.send('DELETE', `/members/${owner.person.id}`)),
    )

    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409])
  })
})

describe('invitations', () => {
  const invite = async () => {
    const ctx = await workspace()
    const admin = await api.signedIn(ctx, 'admin')
    const email = `luis.${ctx.workspaceId}@robledo.example`
    const { body } = await admin.send('POST', '/invitations', { email, role: 'sales' })
    return { ctx, admin, email, invitation: body.invitation, secret: body.secret as string }
  }
  const luis = { name: 'Luis Núñez', password: 'siete peces rojos' }

  test('who has the link makes an account, works in the workspace, and the link is used up', async () => {
    const { ctx, email, secret } = await invite()
    const browser = api.browser()

    expect((await browser.send('POST', '/invitations/look', { secret })).body).toMatchObject({
      ...{ company: 'Academia Robledo', email, role: 'sales', hasAccount: false },
    })
    const both = [
      browser.send('POST', '/invitations/accept', { secret, ...luis }),
      api.browser().send('POST', '/invitations/accept', { secret, ...luis }),
    ]
    const statuses = (await Promise.all(both)).map(answer => answer.status)

    expect(statuses.filter(status => status === 200)).toHaveLength(1)
    const members = await ctx.db
      .selectFrom('members')
      .where('email', '=', email)
      .select(['name', 'role'])
      .execute()
    expect(members).toEqual([{ name: 'Luis Núñez', role: 'sales' }])
    expect((await api.browser().send('POST', '/invitations/look', { secret })).status).toBe(404)
    expect((await api.browser().send('POST', '/session', { email, password: luis.password })).status).toBe(
      200,
    )
  })

  test('a person with an account accepts with their password, works there at once, and a wrong one is refused', async () => {
    const { person } = await api.signedIn(await workspace(), 'reader')
    const ctx = await workspace()
    const admin = await api.signedIn(ctx, 'admin')
    const { secret } = (await admin.send('POST', '/invitations', { email: person.email, role: 'manager' }))
      .body
    const browser = api.browser()

    const wrong = await browser.send('POST', '/invitations/accept', { secret, ...luis })
    const right = await browser.send('POST', '/invitations/accept', { secret, password: person.password })

    expect(wrong.body.code).toBe('identity.wrong_credentials')
    expect(right.status).toBe(200)
    const me = (await browser.send('GET', '/me')).body
    expect(me).toMatchObject({ role: 'manager', workspace: { id: ctx.workspaceId } })
    expect(me.workspaces).toHaveLength(2)
  })

  test('a person who is signed in accepts without a password, and then has both workspaces', async () => {
    const there = await api.signedIn(await workspace(), 'reader')
    const ctx = await workspace()
    const admin = await api.signedIn(ctx, 'admin')
    const { body } = await admin.send('POST', '/invitations', { email: there.person.email, role: 'manager' })

    const other = await admin.send('POST', '/invitations/accept', { secret: body.secret })
    const own = await there.send('POST', '/invitations/accept', { secret: body.secret })

    expect(other.body.code).toBe('identity.invitation_for_other')
    expect(own.status).toBe(200)
    const me = (await there.send('GET', '/me')).body
    expect(me).toMatchObject({ role: 'manager', workspace: { id: ctx.workspaceId } })
    expect(me.workspaces).toHaveLength(2)
    const first = me.workspaces.find((each: { id: string }) => each.id !== ctx.workspaceId)
    await there.send('PUT', '/session/workspace', { workspaceId: first.id })
    expect((await there.send('GET', '/me')).body).toMatchObject({ role: 'reader' })
  })

  test('a revoked, replaced or expired invitation is not valid, and neither is an invented one', async () => {
    const { ctx, admin, email, secret, invitation } = await invite()
    const look = async (given: string) =>
      (await api.browser().send('POST', '/invitations/look', { secret: given })).status
    const again = (await admin.send('POST', '/invitations', { email, role: 'sales' })).body

    expect(await look(secret)).toBe(404)
    expect(await look(again.secret)).toBe(200)
    expect((await admin.send('DELETE', `/invitations/${invitation.id}`)).status).toBe(404)
    expect((await admin.send('DELETE', `/invitations/${again.invitation.id}`)).status).toBe(200)
    expect(await look(again.secret)).toBe(404)
    expect(await look('inv_invented')).toBe(404)
    const third = (await admin.send('POST', '/invitations', { email, role: 'sales' })).body
    await ctx.db
      .updateTable('invitations')
      .set({ expiresAt: new Date(0) })
      .execute()
    expect(await look(third.secret)).toBe(404)
  })
})

test('another time zone works every standing out again, and settings that do not exist are refused', async () => {
  const ctx = await workspace()
  const admin = await api.signedIn(ctx, 'admin')

  const wrong = await admin.send('PATCH', '/workspace', {
    timeZone: 'Europe/Atlantis',
    currency: 'XXQ',
    plan: 'gold',
  })
  const right = await admin.send('PATCH', '/workspace', { timeZone: 'Atlantic/Canary' })

  expect(wrong.body.issues).toMatchObject([
    { path: ['timeZone'], code: 'identity.unknown_time_zone' },
    { path: ['currency'], code: 'identity.unknown_currency' },
    { path: [], code: 'input.unknown_fields' },
  ])
  expect(right.body).toMatchObject({ timeZone: 'Atlantic/Canary', currency: 'EUR' })
  const { rows } = await sql<{
    key: string
  }>`select key from graphile_worker.jobs where key like ${`${ctx.workspaceId}%`}`.execute(database().owner)
  expect(rows).toEqual([{ key: `${ctx.workspaceId}:rebuild:time zone` }])
})

test('the language of a person is the language of their refusals', async () => {
  const browser = await api.signedIn(await workspace(), 'reader')

  await browser.send('PATCH', '/me', { locale: 'en', name: 'Ann' })

  expect((await browser.send('GET', '/keys')).body.message).toMatch(/^You are not allowed/)
  expect((await browser.send('GET', '/members')).body.members).toMatchObject([{ name: 'Ann' }])
})
