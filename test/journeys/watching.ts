import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What the live connection of a page says from now on. */
export async function newsOn(page: Page) {
  const wire = await page.context().newCDPSession(page)
  await wire.send('Network.enable')
  const heard: { topic: string; ids?: string[] }[] = []
  wire.on('Network.eventSourceMessageReceived', ({ data }) => data && heard.push(JSON.parse(data)))
  return heard
}

/** The score in the head of a contact's page, in words. */
export const score = (page: Page) => page.locator('header [role=img]').first().getAttribute('title')

/** Milliseconds from an act until a page that nobody touches shows such a score. */
export async function untilScore(
  page: Page,
  such: (score: string | null) => boolean,
  act: () => Promise<void>,
) {
  const start = performance.now()
  await act()
  await expect.poll(async () => such(await score(page)), { interval: 20, timeout: 15_000 }).toBe(true)
  return performance.now() - start
}
