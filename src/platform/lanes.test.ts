import { expect, test } from 'vitest'
import { inLanes } from './lanes.ts'

async function* numbers(upTo: number) {
  for (let number = 1; number <= upTo; number++) yield number
}

const aMoment = () => new Promise(resolve => setTimeout(resolve, 1))

test('every item is worked on once', async () => {
  const worked: number[] = []
  await inLanes(numbers(7), async number => {
    await aMoment()
    worked.push(number)
  })
  expect(worked.sort()).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test('when one fails no other is begun, and nothing goes on once that is said', async () => {
  const begun: number[] = []
  const ended: number[] = []
  const failing = inLanes(numbers(50), async number => {
    begun.push(number)
    await aMoment()
    if (number === 2) throw new Error('the second')
    await aMoment()
    ended.push(number)
  })

  await expect(failing).rejects.toThrow('the second')
  expect(begun.length).toBeLessThan(5)
  expect(ended).toEqual(begun.filter(number => number !== 2))
})
