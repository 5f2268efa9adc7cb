import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { texts } from '../../src/app/texts.ts'
import { openBrowser } from '../browser.ts'
import { expectGood, openWindow, startSetUp } from './session.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('example data is asked for, read like real data, stands beside what is real without counting, and goes in one click', {
  timeout: 240_000,
}, async () => {
  const locale = 'es'
  const say = texts[locale]
  const program = await startSetUp(locale)
  onTestFinished(async () => {
    await program.stop()
  })
  const window = await openWindow(browser, { locale, session: program.session })
  const page = await window.newPage()
  const banner = (said: string) => page.getByText(said, { exact: true }).waitFor()
  await page.goto(`${program.url}/start`)

  await page.getByRole('button', { name: say.entry.start.demo }).click()
  await page.getByRole('progressbar').waitFor()
  await page.waitForURL(url => url.pathname === '/', { timeout: 120_000 })
  await banner(say.demo.banner)
  for (const key of ['lead', 'prospect', 'potential_customer', 'customer'] as const)
    expect(await inStage(page, say.words.stagesPlural[key]), key).toBeGreaterThan(20)
  await expectGood(page)

  await page
    .getByRole('link', { name: new RegExp(`^${say.words.stagesPlural.customer}`) })
    .first()
    .click()
  await page.getByRole('row').nth(1).getByRole('link').first().click()
  await page
    .getByRole('region', { name: say.receipt.title })
    .getByText(say.words.stages.customer)
    .first()
    .waitFor()
  await expectGood(page)

  await page.goto(`${program.url}/contacts`)
  await page.getByRole('button', { name: say.lists.person.new }).first().click()
  const dialog = page.getByRole('dialog', { name: say.lists.person.new })
  await dialog.getByLabel(say.contacts.fields.givenName, { exact: true }).fill('Xenobia')
  await dialog.getByRole('button', { name: say.lists.create }).click()
  await page.getByRole('heading', { level: 1, name: 'Xenobia' }).waitFor()
  await page.getByRole('link', { name: say.app.navigation.people, exact: true }).first().click()
  await banner(say.demo.hidden)
  await page.getByRole('button', { name: say.demo.show }).click()
  await banner(say.demo.beside)
  await page.getByRole('button', { name: say.demo.remove }).click()

  await page.getByText(say.demo.removed).waitFor()
  await page.getByText(say.demo.beside).waitFor({ state: 'detached' })
  await page.goto(`${program.url}/contacts`)
  await page.getByRole('row', { name: /Xenobia/ }).waitFor()
  expect(await page.getByRole('grid').getByRole('row').count()).toBe(2)
  await page.goto(`${program.url}/organizations`)
  await page.getByRole('heading', { name: say.lists.organization.empty }).waitFor()
  await window.close()
})

/** How many the funnel says are in a stage. */
async function inStage(page: Page, name: string): Promise<number> {
  const link = page.getByRole('link', { name: new RegExp(`^${name}`) }).first()
  await link.filter({ hasText: /\d/ }).waitFor()
  return Number((await link.innerText()).replace(/\D/g, ''))
}

test('who goes to the contacts while the example data is asked for is not fetched back', {
  timeout: 120_000,
}, async () => {
  const say = texts.en
  const program = await startSetUp('en')
  onTestFinished(async () => {
    await program.stop()
  })
  const window = await openWindow(browser, { locale: 'en', session: program.session })
  const page = await window.newPage()
  await page.route('**/api/demo', async route => {
    if (route.request().method() === 'POST') await page.waitForURL('**/contacts')
    await route.continue()
  })
  await page.goto(`${program.url}/start`)

  await page.getByRole('button', { name: say.entry.start.demo }).click()
  await page.getByRole('link', { name: say.app.navigation.people, exact: true }).first().click()
  await page.getByText(say.demo.making).first().waitFor()
  for (let glances = 0; glances < 3; glances++) await page.waitForResponse('**/api/demo')

  expect(new URL(page.url()).pathname).toBe('/contacts')
  await window.close()
})
