import { expect, test } from 'vitest'
import { eventTypes, isEventName } from '../events.ts'
import { draftAs, entryOf, flawsOf, isWritten, logKinds, newDraft } from './logEntry.ts'

const now = new Date('2026-06-02T10:00:00Z')

test('a proposal sent and an opportunity opened or lost are written down by hand as the definitions ask for them', () => {
  const proposal = { ...newDraft('proposal', 'EUR'), amount: 1200, offer: ' Curso ' }

  expect(entryOf(proposal, now, 'Europe/Madrid')).toEqual({
    kind: 'event',
    name: 'proposal_sent',
    properties: { amount: 1200, currency: 'EUR', offer: 'Curso' },
  })
  expect(entryOf(newDraft('opportunity', 'EUR'), now, 'Europe/Madrid')).toMatchObject({
    name: 'opportunity_opened',
    properties: {},
  })
  expect(entryOf({ ...newDraft('opportunity', 'EUR'), variant: 'lost' }, now, 'Europe/Madrid')).toMatchObject(
    {
      name: 'opportunity_lost',
    },
  )
})

const variants = {
  note: [],
  call: ['answered', 'unanswered'],
  meeting: ['inPerson', 'video'],
  message: ['received', 'sent'],
  proposal: [''],
  opportunity: ['opened', 'lost'],
  purchase: [''],
}
const written = logKinds.flatMap(kind =>
  variants[kind].flatMap(variant =>
    (kind === 'message' ? ['email', 'whatsapp', 'linkedin'] : ['']).map(channel => ({
      kind,
      variant,
      channel,
    })),
  ),
)
const talks = ['call', 'meeting', 'message']

test.each(written)(
  'what is written down by hand has a place in the catalogue: $kind $variant $channel',
  draft => {
    const said = talks.includes(draft.kind) ? { text: 'Un resumen' } : { amount: 1200, offer: 'Curso' }

    const entry = entryOf({ ...newDraft(draft.kind, 'EUR'), ...draft, ...said }, now, 'Europe/Madrid')

    if (entry.kind !== 'event' || !isEventName(entry.name))
      throw new Error(`no event of the catalogue: ${draft.kind}`)
    expect(Object.keys(eventTypes[entry.name].properties)).toEqual(
      expect.arrayContaining(Object.keys(entry.properties)),
    )
  },
)

test.each([
  [null, null, undefined],
  ['2026-06-02', null, undefined],
  [null, '03:30', '2026-06-02T09:30:00.000Z'],
  ['2026-06-01', '18:30', '2026-06-02T00:30:00.000Z'],
  ['2026-06-01', null, '2026-06-01T18:00:00.000Z'],
])('when it happened is said by the clocks of the workspace: on %s at %s is %s', (day, hour, at) => {
  const draft = { ...newDraft('call', 'EUR'), day, hour }

  const entry = entryOf(draft, now, 'America/Mexico_City')

  expect('at' in entry ? entry.at : undefined).toBe(at)
})

test('an empty message is not one received: who writes it down says which way it went', () => {
  const message = newDraft('message', 'EUR')

  expect(flawsOf({ ...message, text: 'Gracias' })).toEqual({ variant: 'noDirection' })
  expect(flawsOf({ ...message, variant: 'sent' })).toEqual({})
})

test.each([
  ['purchase', null, 'noAmount'],
  ['purchase', 0, 'absurd'],
  ['purchase', -30, 'absurd'],
  ['purchase', 1e19, 'absurd'],
  ['purchase', Number.NaN, 'noNumber'],
  ['purchase', 1250.5, undefined],
  ['proposal', null, undefined],
  ['proposal', Number.NaN, 'noNumber'],
  ['opportunity', 1e13, 'absurd'],
  ['call', -30, undefined],
] as const)('a %s of %s is refused as %s', (kind, amount, flaw) => {
  expect(flawsOf({ ...newDraft(kind, 'EUR'), amount }).amount).toBe(flaw)
})

test('what was typed for another kind is not saved with this one', () => {
  const draft = { ...newDraft('call', 'EUR'), text: 'Precio', amount: 30, offer: 'Curso' }

  expect(entryOf(draft, now, 'Europe/Madrid')).toMatchObject({ properties: { summary: 'Precio' } })
  expect(entryOf(draft, now, 'Europe/Madrid')).not.toHaveProperty('properties.amount')
})

test('what was written of a call stays when it turns out to have been a message, whose way is still to be said', () => {
  const call = {
    ...newDraft('call', 'EUR'),
    variant: 'unanswered',
    text: 'Quiere formar a doce',
    hour: '09:15',
  }

  expect(isWritten(call)).toBe(true)
  expect(isWritten(newDraft('call', 'EUR'))).toBe(false)
  expect(draftAs('message', call)).toEqual({ ...call, kind: 'message', variant: '' })
  expect(draftAs('call', call)).toEqual(call)
})

test('what was answered goes with a conversation, and with nothing else', () => {
  const answers = [{ question: 'need', value: 'Cobrar antes' }]
  const call = { ...newDraft('call', 'EUR'), answers }

  expect(entryOf(call, now, 'Europe/Madrid')).toMatchObject({ name: 'call', answers })
  expect(entryOf({ ...call, variant: 'unanswered' }, now, 'Europe/Madrid')).not.toHaveProperty('answers')
})
