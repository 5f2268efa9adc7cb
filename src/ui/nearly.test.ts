import { expect, test } from 'vitest'
import { nearlyBegins } from './nearly.ts'

test.each([
  ['as it is', 'definiciones'],
  ['a beginning of it', 'defi'],
  ['another letter', 'definisiones'],
  ['two letters swapped', 'defniiciones'],
  ['a letter added', 'definicciones'],
  ['a letter left out', 'definicones'],
  ['a letter left out of a beginning', 'defnici'],
  ['a letter added to a beginning', 'deffinic'],
])('a word is found in spite of one slip: %s', (_, typed) => {
  expect(nearlyBegins('definiciones', typed)).toBe(true)
})

test.each([
  ['two slips', 'definiciones', 'deifnisiones'],
  ['a slip in the first letter', 'definiciones', 'sefiniciones'],
  ['a slip in a short word', 'tema', 'tena'],
  ['the end of the word', 'definiciones', 'iciones'],
  ['much more than the word', 'tema', 'temario'],
])('what is too far from a word does not find it: %s', (_, word, typed) => {
  expect(nearlyBegins(word, typed)).toBe(false)
})
