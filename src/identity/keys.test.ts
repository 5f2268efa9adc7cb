import { beforeAll, describe, expect, test } from 'vitest'
import { openApi } from '../../test/api.ts'
import { useDatabase } from '../../test/database.ts'
import { auditPage } from '../audit/audit.ts'

const { database, workspace } = useDatabase()
let api: Awaited<ReturnType<typeof openApi>>
beforeAll(async () => {
  api = await openApi(database())
})

describe('API keys', () => {
  const makeKey = async (scopes: string[], more: object = {}) => {
    const ctx = await workspace()
    const admin = await api.signedIn(ctx, 'admin')
    const { body } = await admin.send('POST', '/keys', { name: 'Web', scopes, ...more })
    return { ctx, admin, key: body.key, secret: body.secret as string }
  }
  const using = (secret: string) => api.browser({ authorization: `Bearer ${secret}` })

  test('a key does what its scopes say, and no more; its secret is shown once', async () => {
    const { admin, secret } = await makeKey(['contacts.read'])

    expect((await using(secret).send('GET', '/members')).status).toBe(200)
    expect((await using(secret).send('PATCH', '/workspace', { name: 'Otra' })).status).toBe(403)
    expect((await using(secret).send('GET', '/me')).status).toBe(403)
    const list = (await admin.send('GET', '/keys')).body
    expect(list.keys).toMatchObject([
      { name: 'Web', ending: secret.slice(-4), lastUsedAt: expect.any(String) },
    ])
    expect(JSON.stringify(list)).not.toContain(secret)
  })

  test('a revoked, expired or wrong key is refused, also where strangers are served', async () => {
    const { ctx, admin, key, secret } = await makeKey(['contacts.read'])
    const expiring = (await admin.send('POST', '/keys', { name: 'Otra', scopes: ['contacts.read'] })).body
    await ctx.db
      .updateTable('apiKeys')
      .set({ expiresAt: new Date(0) })
      .where('id', '=', expiring.key.id)
      .execute()
    await admin.send('DELETE', `/keys/${key.id}`)

    for (const wrong of [secret, expiring.secret, `${secret}x`, 'nothing'])
      expect((await using(wrong).send('GET', '/members')).body).toMatchObject({ code: 'identity.wrong_key' })
    expect((await using(secret).send('GET', '/setup')).status).toBe(401)
  })

  test('the keys of a member who is removed end, and those of one with a lesser role do less', async () => {
    const { ctx, admin, secret } = await makeKey(['contacts.read', 'settings.manage'])
    const owner = await api.signedIn(ctx, 'owner')
    const rename = () => using(secret).send('PATCH', '/workspace', { name: 'Otra' })

    await owner.send('PATCH', `/members/${admin.person.id}`, { role: 'reader' })

    expect((await using(secret).send('GET', '/members')).status).toBe(200)
    expect((await rename()).status).toBe(403)

    await owner.send('DELETE', `/members/${admin.person.id}`)

    expect((await using(secret).send('GET', '/members')).body.code).toBe('identity.wrong_key')
    expect((await auditPage(ctx, { action: 'member.removed', limit: 1 })).entries).toMatchObject([
      { details: { keys: 1 } },
    ])
  })

  test('nobody makes a key that can do more than they can, or that hands out access', async () => {
    const ctx = await workspace()
    const admin = await api.signedIn(ctx, 'admin')

    const answer = await admin.send('POST', '/keys', { name: 'Web', scopes: ['members.manage'] })

    expect(answer.body.issues).toMatchObject([{ path: ['scopes', 0], code: 'input.invalid_value' }])
  })

  test('a key acts under its own name', async () => {
    const { ctx, secret } = await makeKey(['settings.manage'])

    expect((await using(secret).send('PATCH', '/workspace', { name: 'Robledo e hijos' })).status).toBe(200)

    expect((await auditPage(ctx, { action: 'workspace.changed', limit: 1 })).entries).toMatchObject([
      {
        actorKind: 'key',
        actorName: 'Web',
        details: { was: { name: 'Academia Robledo' }, is: { name: 'Robledo e hijos' } },
      },
    ])
  })
})
