import { expect, test } from 'vitest'
import { entryOf, newDraft } from './logEntry.ts'

test('a proposal sent and an opportunity opened or lost are written down by hand as the definitions ask for them', () => {
  const proposal = { ...newDraft('proposal', 'EUR'), amount: 1200, offer: ' Curso ' }

  expect(entryOf(proposal)).toEqual({
    kind: 'event',
    name: 'proposal_sent',
    properties: { amount: 1200, currency: 'EUR', offer: 'Curso' },
  })
  expect(entryOf(newDraft('opportunity', 'EUR'))).toMatchObject({
    name: 'opportunity_opened',
    properties: {},
  })
  expect(entryOf({ ...newDraft('opportunity', 'EUR'), variant: 'lost' })).toMatchObject({
    name: 'opportunity_lost',
  })
})
