import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { texts } from '../../src/app/texts.ts'
import { openBrowser } from '../browser.ts'
import { expectGood, openWindow, startSetUp } from './session.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const region = (page: Page, name: string) => page.getByRole('region', { name })

const create = (page: Page, draft: object) =>
  page.evaluate(async draft => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch('/api/contacts', { method: 'POST', headers, body: JSON.stringify(draft) })
    return (await answer.json()).id as string
  }, draft)

test('a consent and then its withdrawal are written down with how they were given, the latter stands beside the name, and each is undone', {
  timeout: 180_000,
}, async () => {
  const locale = 'es'
  const say = texts[locale]
  const program = await startSetUp(locale)
  const window = await openWindow(browser, { locale, session: program.session })
  const page = await window.newPage()
  await page.goto(program.url)
  const ana = await create(page, { fields: { givenName: 'Ana', email: 'ana@talleresnunez.es' } })
  await page.goto(`${program.url}/contacts/${ana}`)
  const beside = page.getByText(`${say.contacts.consents.withdrawn}: ${say.contacts.channels.email}`)
  const consents = region(page, say.contactPage.consents)
  await consents.getByRole('button', { name: say.contactPage.consent.record }).click()
  const dialog = page.getByRole('dialog', { name: say.contactPage.consent.record })
  await dialog.getByLabel(say.contactPage.consent.source).fill('Hoja de la feria')
  await expectGood(page)
  const day = dialog.getByLabel(say.contactPage.consent.at)
  for (const [typed, why] of [
    ['31/02/2026', say.ui.day.none],
    ['mañana', say.ui.day.late],
  ] as const) {
    await day.fill(typed)
    await dialog.getByRole('button', { name: say.ui.save }).click()
    await dialog.getByText(why).waitFor()
    expect(await day.inputValue()).toBe(typed)
  }
  await day.fill('hoy')
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: say.ui.save }).click()
  await consents.getByText(/Hoja de la feria/).waitFor()

  await consents.getByRole('button', { name: new RegExp(say.contacts.channels.email) }).click()
  await page.getByRole('menuitem', { name: say.contactPage.consent.withdraw }).click()
  await dialog.getByLabel(say.contactPage.consent.source).fill('Por teléfono')
  await dialog.getByRole('button', { name: say.ui.save }).click()

  await consents.getByText(new RegExp(say.contacts.consents.withdrawn)).waitFor()
  expect(await beside.count()).toBe(2)

  await consents.getByRole('button', { name: new RegExp(say.contacts.channels.email) }).click()
  await page.getByRole('menuitem', { name: say.contactPage.consent.grant }).click()
  await dialog.getByLabel(say.contactPage.consent.source).fill('Otra vez')
  await dialog.getByRole('button', { name: say.ui.save }).click()
  await beside.first().waitFor({ state: 'detached' })
  expect(await beside.count()).toBe(0)

  const history = region(page, say.history.title)
  const change = history.getByRole('listitem').filter({ hasText: say.facts.sources.consent }).first()
  await change.getByText(say.contacts.consents.granted).waitFor()
  await dialog.waitFor({ state: 'detached' })
  await page.keyboard.press('Control+z')
  await beside.first().waitFor()
  await change.getByText(say.history.undone).waitFor()
  await consents.getByText(/Por teléfono/).waitFor()
  await expectGood(page)

  await history
    .getByRole('listitem')
    .filter({ hasText: say.facts.sources.undo })
    .first()
    .getByRole('button', { name: say.ui.undo })
    .click()
  await beside.first().waitFor({ state: 'detached' })
  await consents.getByText(/Otra vez/).waitFor()
  await window.close()
  await program.stop()
})
