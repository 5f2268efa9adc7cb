import { expect, test } from 'vitest'
import { frameworkChanges } from './frameworkChanges.ts'
import { type Framework, readyMadeFrameworks } from './frameworks.ts'

const [bant] = readyMadeFrameworks as [Framework]
const [budget, authority, need, timing] = bant.items as [
  Framework['items'][number],
  Framework['items'][number],
  Framework['items'][number],
  Framework['items'][number],
]

test('between two versions of a framework only what differs is told', () => {
  const is: Framework = {
    ...bant,
    least: 2,
    items: [{ ...need, weight: 'must' }, budget, authority, { ...timing, question: 'champion' }],
  }

  expect(frameworkChanges(bant, bant)).toEqual([])
  expect(frameworkChanges(bant, is)).toEqual([
    { what: 'question_removed', question: 'timing' },
    { what: 'question_weight', question: 'need', was: 'counts', is: 'must' },
    { what: 'question_added', question: 'champion' },
    { what: 'reordered' },
    { what: 'least', was: 3, is: 2 },
  ])
})

test('other words for a question are told as such, and another name', () => {
  const words = { es: 'Dinero', en: 'Money' }
  const is = { ...bant, name: words, items: [{ ...budget, name: words }, authority, need, timing] }

  expect(frameworkChanges(bant, is)).toEqual([
    { what: 'named' },
    { what: 'question_worded', question: 'budget' },
  ])
})
