import { expect, test } from 'vitest'
import { openApi } from '../../test/api.ts'
import { useDatabase } from '../../test/database.ts'
import { auditPage } from '../audit/audit.ts'

const { workspace, database } = useDatabase()

test('the log says what was done to a note, and what was undone', async () => {
  const ctx = await workspace()
  const { signedIn } = await openApi(database())
  const { send } = await signedIn(ctx, 'owner')
  const made = await send('POST', '/contacts', { kind: 'person', fields: { givenName: 'Ana' } })
  const note = await send('POST', `/contacts/${made.body.id}/notes`, { body: 'Llamar' })

  await send('PATCH', `/notes/${note.body.id}`, { body: 'Llamar mañana' })
  await send('DELETE', `/notes/${note.body.id}`)
  await send('POST', `/notes/${note.body.id}/restore`)
  await send('POST', `/changes/${made.body.changeSetId}/undo`)

  const { entries } = await auditPage(ctx, { limit: 5 })
  expect(entries.map(({ action, subjectName, details }) => [action, subjectName, details])).toEqual([
    ['contacts.undone', 'Ana', expect.objectContaining({ undid: 'create' })],
    ['contacts.noted', 'Ana', { how: 'restored' }],
    ['contacts.noted', 'Ana', { how: 'removed' }],
    ['contacts.noted', 'Ana', { how: 'edited' }],
    ['contacts.noted', 'Ana', { how: 'added' }],
  ])
})

test('the log says that a consent was recorded, and that it was taken back', async () => {
  const ctx = await workspace()
  const { signedIn } = await openApi(database())
  const { send } = await signedIn(ctx, 'sales')
  const made = await send('POST', '/contacts', { kind: 'person', fields: { givenName: 'Ana' } })
  const said = { channel: 'email', state: 'objected', source: 'phone' }

  const recorded = await send('POST', `/contacts/${made.body.id}/consents`, said)
  const undone = await send('POST', `/changes/${recorded.body.changeSetId}/undo`)

  expect([recorded.status, undone.status]).toEqual([201, 200])
  expect((await send('GET', `/contacts/${made.body.id}`)).body.consents).toEqual([])
  const { entries } = await auditPage(ctx, { limit: 2 })
  expect(entries.map(({ action, subjectName, details }) => [action, subjectName, details])).toEqual([
    ['contacts.undone', 'Ana', expect.objectContaining({ undid: 'consent' })],
    ['contacts.consented', 'Ana', { channel: 'email', state: 'objected' }],
  ])
})
