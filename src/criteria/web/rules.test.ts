import { expect, test } from 'vitest'
import type { Criteria } from '../criteria.ts'
import { editable } from './rules.ts'

const plain: Criteria = { did: ['page_viewed'], atLeast: 2, withinDays: 30 }

test('a pill opens as the small form where that shows all that the rule asks', () => {
  const small: Criteria[] = [
    plain,
    { not: plain },
    { did: 'anything', withinDays: undefined, where: undefined },
    { is: 'stage', anyOf: ['lead'] },
  ]
  for (const rule of small) expect(editable(rule), JSON.stringify(rule)).toBeDefined()
})

test('a rule that asks more than the small form shows opens in the whole editor', () => {
  const whole: Criteria[] = [
    { did: { weightAtLeast: 2 } },
    { did: ['page_viewed', 'demo_of_our_own'] },
    { did: ['page_viewed'], direction: ['in'] },
    { did: ['page_viewed'], notWithinDays: 30 },
    { not: { did: ['page_viewed'], byRobotsToo: true } },
    { is: 'stage', anyOf: ['lead', 'none'] },
    { is: 'disqualified', anyOf: ['competitor'], from: '2026-01-01T00:00:00Z' },
  ]
  for (const rule of whole) expect(editable(rule), JSON.stringify(rule)).toBeUndefined()
})
