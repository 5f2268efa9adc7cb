import { expect, test } from 'vitest'
import { whyMoved } from './whyMoved.ts'

const did = (name: string) => ({
  rule: { did: [name] },
  holds: true,
  count: 1,
  events: [{ id: '1', name, at: '2026-01-01', direction: 'in' }],
})
const worth = { fit: 0, engagement: 0, total: 0 }
const talk = { did: ['call'], within: 180 }

test('a contact that goes forward does so by the event that brought it there', () => {
  const receipt = { because: [did('call')], noLonger: [], ...worth }

  expect(whyMoved({ cause: 'event', fromStage: 'lead', receipt })).toEqual({ event: 'call' })
})

test('one that goes back does so by what no longer holds, never by what once brought it to where it falls', () => {
  const back = (...noLonger: { rule: { did: string[] }; holds: boolean }[]) =>
    whyMoved({
      cause: 'event',
      fromStage: 'prospect',
      receipt: { because: [did('subscribed')], noLonger, ...worth },
    })

  expect(back({ rule: talk, holds: false })).toEqual({ noLonger: talk })
  expect(back({ rule: { did: ['complained'] }, holds: true })).toEqual({
    noLonger: { not: { did: ['complained'] } },
  })
  expect(back({ rule: talk, holds: false }, { rule: { did: ['meeting'] }, holds: false })).toEqual({
    left: 'prospect',
    inTime: false,
  })
})
