import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { texts } from '../../src/app/texts.ts'
import { openBrowser } from '../browser.ts'
import { openWindow, startSetUp } from './session.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('a filter offers the values that are there, and one is typed into it as fast as anybody types with no letter lost', {
  timeout: 120_000,
}, async () => {
  const say = texts.es
  const program = await startSetUp('es')
  onTestFinished(async () => {
    await program.stop()
  })
  const window = await openWindow(browser, { locale: 'es', session: program.session })
  const page = await window.newPage()
  const headers = { origin: program.url }
  for (const city of ['Benalmádena', 'Bilbao'])
    await page.request.post(`${program.url}/api/contacts`, {
      ...{ headers, data: { kind: 'person', fields: { givenName: `Ana de ${city}`, city } } },
    })
  await page.goto(`${program.url}/contacts`)
  await page.getByRole('button', { name: say.filter.add, exact: true }).click()
  await page.getByRole('textbox', { name: say.filter.search }).fill(say.contacts.fields.city)
  await page.keyboard.press('Enter')
  const city = page.getByPlaceholder(say.filter.value, { exact: true })
  await page.getByRole('option', { name: 'Bilbao' }).waitFor()

  await city.pressSequentially('Benalmádena', { delay: 40 })

  expect(await city.inputValue()).toBe('Benalmádena')
  await page.getByText('Ana de Bilbao').waitFor({ state: 'detached' })
  await page.getByText('Ana de Benalmádena').waitFor()
  await city.fill('bil')
  await page.getByRole('option', { name: 'Bilbao' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect(await city.inputValue()).toBe('Bilbao')
  await page.getByText('Ana de Bilbao').waitFor()
  await window.close()
})
