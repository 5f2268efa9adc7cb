import { expect, test } from 'vitest'
import { eventTypes, isEventName } from '../events.ts'
import { entryOf, logKinds, newDraft } from './logEntry.ts'

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

test('what was answered goes with a conversation, and with nothing else', () => {
  const answers = [{ question: 'need', value: 'Cobrar antes' }]
  const call = { ...newDraft('call', 'EUR'), answers }

  expect(entryOf(call, now, 'Europe/Madrid')).toMatchObject({ name: 'call', answers })
  expect(entryOf({ ...call, variant: 'unanswered' }, now, 'Europe/Madrid')).not.toHaveProperty('answers')
})
