import { expect, test } from 'vitest'
import { harmless, withoutApostrophe } from './harmless.ts'

const formulas = [
  '=1+1',
  '+cmd',
  '-cmd',
  '@x',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '\u00a0-cmd',
  '＝1',
  '＋cmd',
  '－1',
  '＠x',
]

test('a cell is never a formula, whatever stands before its sign', () => {
  expect(formulas.map(harmless)).toEqual(formulas.map(cell => `'${cell}`))
  expect(formulas.map(harmless).map(harmless)).toEqual(formulas.map(harmless))
})

test('telephones, several too, and numbers stay as they are', () => {
  const sound = [
    ...['+34600111222', '+34 600-11-12-22', '+34600111222; +34911222333', '+34911222333;ext=12'],
    ...['-12.5', '-12,5', 'a=b', 'ana@example.com', ''],
  ]

  expect(sound.map(harmless)).toEqual(sound)
})

test('reading takes the apostrophe off again, and leaves those that are part of a word', () => {
  expect(["'=1+1", "'+34600111222", "' ＝1", "'s-Hertogenbosch"].map(withoutApostrophe)).toEqual([
    '=1+1',
    '+34600111222',
    '＝1',
    "'s-Hertogenbosch",
  ])
})
