import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { takeAnswer } from './takeAnswer.ts'

test('what was asked before a change and is told after it does not take the change back, and is asked again', async () => {
  const queries = new QueryClient()
  const told: ((revision: number) => void)[] = []
  const queryFn = () => new Promise<number>(tell => told.push(tell))
  const query = new QueryObserver(queries, { queryKey: ['draft'], queryFn, initialData: 1 })
  const seen: number[] = []
  const leave = query.subscribe(({ data }) => void (data && seen.push(data)))

  await takeAnswer(queries, ['draft'], 2)
  told[0]?.(1)
  await expect.poll(() => told.length).toBe(2)
  told[1]?.(3)
  await expect.poll(() => query.getCurrentResult().data).toBe(3)
  leave()

  expect(seen.lastIndexOf(1)).toBeLessThan(seen.indexOf(2))
})
