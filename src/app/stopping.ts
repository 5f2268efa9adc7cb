import { setTimeout as pause } from 'node:timers/promises'

export type Part = { stop(): Promise<unknown> }

const patience = 20_000

/**
 * Stops what was started in the opposite order, waiting so many milliseconds for all but the first, which is what the others stand
 * on. What is cut off goes on at the next start, as after a crash.
 */
export async function stopAll([first, ...others]: Part[], wait = patience): Promise<void> {
  const enough = pause(wait, undefined, { ref: false })
  for (const part of others.reverse()) await Promise.race([part.stop(), enough])
  await first?.stop()
}
