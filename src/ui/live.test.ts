import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Change, followChanges } from './live.ts'

const followed = {
  topics: { event: [['timeline']], standing: [['timeline'], ['report'], ['page']] },
  showOthers: [['page']],
}

let heard: (change: Change) => void
let stop: () => void
let asked: string[]

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Connection)
  asked = []
  const queries = new QueryClient()
  vi.spyOn(queries, 'invalidateQueries').mockImplementation(async ({ predicate } = {}) => {
    for (const query of queries.getQueryCache().getAll())
      if (!predicate || predicate(query)) asked.push(JSON.stringify(query.queryKey))
  })
  for (const key of [timelineOf('ana'), timelineOf('leo'), pageOf('acme'), report])
    queries.setQueryData(key, 1)
  stop = followChanges(queries, followed)
})
afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

class Connection {
  onmessage?: (message: { data: string }) => void
  constructor() {
    heard = change => this.onmessage?.({ data: JSON.stringify(change) })
  }
  close() {}
}

const timelineOf = (id: string) => [['timeline'], { input: { id } }]
const pageOf = (id: string) => [['page'], { input: { id } }]
const report = [['report'], { input: {} }]
const times = (key: unknown[]) => asked.filter(each => each === JSON.stringify(key)).length

test('what shows one record is asked for again when that record is among the ids, or none are named', () => {
  heard({ topic: 'event', ids: ['ana'] })
  vi.advanceTimersByTime(200)
  expect(asked).toEqual([JSON.stringify(timelineOf('ana'))])

  heard({ topic: 'event' })
  vi.advanceTimersByTime(200)
  expect([times(timelineOf('ana')), times(timelineOf('leo'))]).toEqual([2, 1])
})

test('a stream of changes has reports asked for every two seconds, and once more at its end', () => {
  for (let passed = 0; passed < 10_000; passed += 100) {
    heard({ topic: 'standing', ids: ['ana'] })
    vi.advanceTimersByTime(100)
  }
  vi.advanceTimersByTime(5000)

  expect(times(report)).toBe(6)
  expect(times(timelineOf('ana'))).toBeGreaterThan(40)
  expect(times(timelineOf('leo'))).toBe(0)
  // An organisation's page shows people who moved.
  expect(times(pageOf('acme'))).toBe(6)
})
