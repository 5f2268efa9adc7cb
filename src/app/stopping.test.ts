import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { stopAll } from './stopping.ts'

test('what was started last is stopped first; nothing is waited for without end, but what all stand on', async () => {
  const told: string[] = []
  const part = (name: string, time = 0) => ({
    async stop() {
      told.push(`${name}…`)
      await pause(time)
      told.push(name)
    },
  })
  const stuck = { stop: () => new Promise<void>(() => {}) }

  await stopAll([part('database', 60), part('pool'), stuck, part('worker'), part('server', 10)], 40)

  expect(told.slice(0, 4)).toEqual(['server…', 'server', 'worker…', 'worker'])
  expect(told.at(-1)).toBe('database')
  expect(told).toContain('pool…')
})
