import { expect, test } from 'vitest'
import { fitIn } from './ScoreBar.tsx'

test.each([
  { weighs: 'half', total: 60, fit: 80, engagement: 40, gives: 40 },
  { weighs: 'all', total: 100, fit: 100, engagement: 40, gives: 100 },
  { weighs: 'nothing', total: 40, fit: 100, engagement: 40, gives: 0 },
  { weighs: 'half, as near as whole points tell', total: 41, fit: 40, engagement: 41, gives: 20 },
  { weighs: 'any of it beside the same engagement', total: 30, fit: 30, engagement: 30, gives: 15 },
])('where fit weighs $weighs, the bar shows so much of it', ({ total, fit, engagement, gives }) => {
  expect(fitIn(total, fit, engagement)).toBe(gives)
})
