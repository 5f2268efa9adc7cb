import { expect, test } from 'vitest'
import { corrected, draftOf } from './correcting.ts'
import { type Draft, entryOf, type HappenedEntry } from './logEntry.ts'

const region = { timeZone: 'Europe/Madrid', currency: 'EUR' }
const now = new Date('2026-06-02T10:00:00Z')
const call = {
  ...{ name: 'call', at: '2026-06-01T16:30:25.123Z', source: 'manual' },
  properties: { summary: 'Quiere formar a doce', minutes: 20 },
}
const saved = (draft: Draft) => entryOf(draft, now, region.timeZone) as HappenedEntry

test('what was written down by hand opens as it was written, and saved untouched stays as it was', () => {
  const draft = draftOf(call, region) as Draft

  expect(draft).toMatchObject({ kind: 'call', variant: 'answered', day: '2026-06-01', hour: '18:30' })
  expect(corrected(call, draft, saved(draft), region.timeZone)).toEqual({
    ...{ kind: 'event', name: 'call', at: call.at, properties: call.properties },
  })
})

test('what is put right replaces what the form asks for, and leaves the rest', () => {
  const draft = draftOf(call, region) as Draft

  const put = corrected(
    call,
    draft,
    saved({ ...draft, variant: 'unanswered', text: '', hour: '09:15' }),
    region.timeZone,
  )

  expect(put).toMatchObject({ name: 'call_made', at: '2026-06-01T07:15:00.000Z' })
  expect(put.properties).toEqual({ minutes: 20 })
})

test.each([
  [{ name: 'whatsapp_sent' }, { kind: 'message', channel: 'whatsapp', variant: 'sent' }],
  [{ name: 'proposal_sent' }, { kind: 'proposal', variant: '', currency: 'EUR' }],
  [
    { name: 'purchase', properties: { amount: 30, currency: 'USD' } },
    { amount: 30, currency: 'USD' },
  ],
  [
    { name: 'opportunity_lost', source: 'person' },
    { kind: 'opportunity', variant: 'lost' },
  ],
])('%o opens as %o', (event, draft) => {
  expect(draftOf({ ...call, properties: {}, ...event }, region)).toMatchObject(draft)
})

test.each([{ source: 'shop' }, { name: 'demo_given' }, { name: 'purchase', properties: { amount: '30,5' } }])(
  'what the form did not write and could not say is not opened in it: %o',
  event => {
    expect(draftOf({ ...call, ...event }, region)).toBeUndefined()
  },
)
