import { expect, test } from 'vitest'
import { refusedIn } from './refused.ts'

const said = (
  state: 'granted' | 'objected' | 'withdrawn',
  channel: string,
  day = 1,
  purpose = 'marketing',
) => ({
  ...{ state, channel, purpose, at: `2026-03-0${day}T10:00:00Z` },
})

test('beside the name stand the channels that a contact refuses, each once, and those it no longer consents to', () => {
  const consents = [
    said('objected', 'email'),
    said('objected', 'email', 1, 'news'),
    said('objected', 'sms'),
    said('withdrawn', 'phone'),
    said('granted', 'post'),
  ]

  expect(refusedIn(consents)).toEqual([
    { state: 'objected', channels: ['email', 'sms'] },
    { state: 'withdrawn', channels: ['phone'] },
  ])
})

test('a consent for any channel lifts what was refused before it, for the same purpose', () => {
  const refused = [said('objected', 'email', 2), said('withdrawn', 'phone', 2)]

  expect(refusedIn([...refused, said('granted', 'any', 3)])).toEqual([])
  expect(refusedIn([...refused, said('granted', 'any', 1)])).toHaveLength(2)
  expect(refusedIn([...refused, said('granted', 'any', 3, 'news')])).toHaveLength(2)
  expect(refusedIn([said('objected', 'any', 2), said('granted', 'email', 3)])).toEqual([
    { state: 'objected', channels: ['any'] },
  ])
})
