import { expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { startProgram } from './program.ts'

test('the program starts from nothing, a browser opens it, and it stops cleanly', {
  timeout: 120_000,
}, async () => {
  const program = await startProgram()
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    const answer = await page.goto(program.url)
    expect(answer?.status()).toBe(200)
    expect(await page.title()).toContain('Embudo')
    // A proxy that keeps a connection for a minute is never cut off while it sends.
    expect(answer?.headers()['keep-alive']).toBe('timeout=65')
    expect(await (await fetch(`${program.url}/readyz`)).json()).toEqual({ ok: true })
  } finally {
    await browser.close()
    expect(await program.stop()).toBe(0)
  }
})
