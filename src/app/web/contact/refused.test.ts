import { expect, test } from 'vitest'
import { refusalOf, refusedIn } from './refused.ts'

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

test('whether one may call is what the contact said last, about calls or about any channel', () => {
  const objection = said('objected', 'phone', 2)

  expect(refusalOf([objection], 'phone')).toBe(objection)
  expect(refusalOf([objection], 'email')).toBeUndefined()
  expect(refusalOf([said('objected', 'any', 1)], 'email')).toMatchObject({ channel: 'any' })
  expect(refusalOf([said('objected', 'any', 1), said('granted', 'email', 3)], 'email')).toBeUndefined()
  expect(refusalOf([objection, said('granted', 'any', 3)], 'phone')).toBeUndefined()
  expect(refusalOf([objection, said('granted', 'any', 1)], 'phone')).toBe(objection)
  expect(refusalOf([objection, said('granted', 'any', 3, 'news')], 'phone')).toBe(objection)
  expect(refusalOf([said('withdrawn', 'phone', 3), objection], 'phone')).toMatchObject({ state: 'withdrawn' })
})
