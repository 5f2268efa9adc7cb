import { expect, test } from 'vitest'
import { readyMadeScore } from '../../../scoring/defaults.ts'
import { isAgainst } from './against.ts'

test('the ready-made rules against competitors, who seeks work and students are known, whatever they are called', () => {
  const whenOf = (key: string) =>
    readyMadeScore('b2b').fit.find(rule => rule.key === key)?.when ?? { any: [] }

  expect(isAgainst('competitor', whenOf('competitor'))).toBe(true)
  expect(isAgainst('careers', whenOf('careers'))).toBe(true)
  expect(isAgainst('student', whenOf('student'))).toBe(true)
  expect(isAgainst('student', whenOf('competitor'))).toBe(false)
})

test('a rule about those who are none, or that has the word elsewhere, is not against them', () => {
  const isCompetitor = { is: 'role' as const, anyOf: ['competitor'] }

  expect(isAgainst('competitor', { not: isCompetitor })).toBe(false)
  expect(isAgainst('competitor', { any: [{ company: isCompetitor }] })).toBe(true)
  expect(isAgainst('competitor', { is: 'tag', anyOf: ['competitor'] })).toBe(false)
  expect(isAgainst('student', { field: 'occupation', op: 'isNot', value: 'estudiante' })).toBe(false)
})
