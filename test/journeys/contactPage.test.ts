import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { texts } from '../../src/app/texts.ts'
import { openBrowser } from '../browser.ts'
import { expectGood, openWindow, type SetUpProgram, startSetUp } from './session.ts'

const locale = 'es'
const say = texts[locale]
const slow = { timeout: 180_000 }

let browser: Browser
let program: SetUpProgram
let window: BrowserContext
beforeAll(async () => {
  browser = await openBrowser()
  program = await startSetUp(locale)
  window = await openWindow(browser, { locale, session: program.session })
}, 180_000)
afterAll(async () => {
  await browser.close()
  await program.stop()
})

const region = (page: Page, name: string) => page.getByRole('region', { name })

const post = (page: Page, path: string, data: object) =>
  page.evaluate(
    async ([path, body]) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`/api${path}`, { method: 'POST', headers, body })
      return (await answer.json()).id as string
    },
    [path, JSON.stringify(data)] as const,
  )

/** The page of a new contact. */
const come = async (draft: object) => {
  const page = await window.newPage()
  await page.goto(program.url)
  await page.goto(`${program.url}/contacts/${await post(page, '/contacts', draft)}`)
  return page
}

test(
  'a consent and then its withdrawal are written down with how they were given, the latter stands beside the name, and each is undone',
  slow,
  async () => {
    const address = 'ana@talleresnunez.es'
    const page = await come({ fields: { givenName: 'Ana', email: address } })
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
    const refused = `${say.contacts.consents.withdrawn}: ${say.contacts.channels.email}`
    const notWrite = say.contactPage.notWrite.replace('{{to}}', address).replace('{{why}}', refused)
    const write = page.getByRole('link', { name: say.contactPage.write.replace('{{to}}', address) })
    await page.getByRole('button', { name: notWrite, disabled: true }).waitFor()
    expect(await write.count()).toBe(0)
    await page.keyboard.press('w')
    await region(page, say.quickLog.title).getByText(refused).waitFor()
    await page.keyboard.press('Escape')

    await consents.getByRole('button', { name: new RegExp(say.contacts.channels.email) }).click()
    await page.getByRole('menuitem', { name: say.contactPage.consent.grant }).click()
    await dialog.getByLabel(say.contactPage.consent.source).fill('Otra vez')
    await dialog.getByRole('button', { name: say.ui.save }).click()
    await beside.first().waitFor({ state: 'detached' })
    expect(await beside.count()).toBe(0)
    await write.waitFor()

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
    await page.close()
  },
)

test(
  'what a seller writes down is read as people say it, refused in words where it cannot have been, put right and not lost',
  slow,
  async () => {
    const page = await come({ fields: { givenName: 'Luis', email: 'luis@talleresnunez.es' } })
    const log = region(page, say.quickLog.title)
    const activity = region(page, say.timeline.title)
    const save = log.getByRole('button', { name: say.quickLog.save, exact: true })
    const day = log.getByRole('textbox', { name: say.quickLog.day })
    const hour = log.getByRole('combobox', { name: say.quickLog.hour })
    await log.getByRole('button', { name: say.quickLog.call.title }).click()
    await log.getByPlaceholder(say.quickLog.summary).fill('Llamó desde la feria')

    await day.fill('31/02/2026')
    await page.locator('[data-dates-dropdown]').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('[data-dates-dropdown]').waitFor({ state: 'detached' })
    await save.click()
    await log.getByText(say.ui.day.none).waitFor()
    await day.fill('ayer')
    await hour.fill('1790')
    await page.keyboard.press('Escape')
    await save.click()
    await log.getByText(say.ui.hour.none).waitFor()
    await hour.fill('1730')
    await page.keyboard.press('Control+Enter')

    const call = activity.getByRole('listitem').filter({ hasText: 'Llamó desde la feria' })
    expect(await call.locator('time').getAttribute('datetime')).toMatch(/T1[56]:30:00/)

    await call.getByRole('button', { name: `${say.ui.more}: ${say.activity.events.call}` }).click()
    await page.getByRole('menuitem', { name: say.ui.edit }).click()
    expect(await activity.getByRole('combobox', { name: say.quickLog.hour }).inputValue()).toBe('17:30')
    await expectGood(page)
    await activity.getByRole('textbox', { name: say.quickLog.summary }).fill('Llamó desde el taller')
    await activity.getByRole('button', { name: say.quickLog.save, exact: true }).click()
    await call.waitFor({ state: 'detached' })
    const change = region(page, say.history.title).getByText(say.history.corrected)
    await change.waitFor()
    await page.keyboard.press('Control+z')
    await call.waitFor()

    await page.keyboard.press('c')
    await log.getByPlaceholder(say.quickLog.summary).fill('Pide precio')
    await page.keyboard.press('Escape')
    await log.getByText('Pide precio').waitFor()
    await page.reload()
    await log.getByRole('button', { name: say.quickLog.goOn }).click()
    await log.getByRole('button', { name: say.quickLog.message.title }).click()
    await save.click()
    await log.getByText(say.quickLog.flaws.noDirection).waitFor()
    await page.keyboard.press('Escape')
    await log.getByText(`${say.quickLog.message.title} · Pide precio`).waitFor()
    await page.keyboard.press('w')
    await expectGood(page)
    await log.getByText(say.quickLog.message.sent, { exact: true }).click()
    await save.click()
    await activity.getByRole('listitem').filter({ hasText: 'Pide precio' }).waitFor()
    await log.getByRole('button', { name: say.quickLog.purchase.title }).click()
    await log.getByLabel(say.quickLog.purchase.amount).fill('99999999999999999999')
    await save.click()
    await log.getByText(say.quickLog.flaws.absurd).waitFor()
    await log.getByRole('button', { name: say.quickLog.discard }).click()
    await log.getByLabel(say.quickLog.purchase.amount).waitFor({ state: 'detached' })
    expect(await log.getByRole('button', { name: say.quickLog.goOn }).count()).toBe(0)
    await page.close()
  },
)

test(
  'a date typed into a fact is read as people write it, and one that does not exist stays until it is put right',
  slow,
  async () => {
    const page = await come({ fields: { givenName: 'Eva', email: 'eva@talleresnunez.es' } })
    const labels = { labelEs: 'Renovación', labelEn: 'Renewal' }
    await post(page, '/contacts/fields', { key: 'renewal', type: 'date', ...labels })
    await page.reload()
    const facts = region(page, say.contactPage.facts)
    await facts.getByRole('button', { name: /\d/ }).last().click()
    await facts.getByRole('button', { name: /Renovación/ }).click()
    const input = facts.getByRole('textbox', { name: 'Renovación' })

    await input.fill('31/02/2030')
    await page.keyboard.press('Enter')
    await facts.getByText(say.ui.day.none).waitFor()
    await page.getByRole('heading', { level: 1 }).click()
    expect(await input.inputValue()).toBe('31/02/2030')
    await input.fill('3 de marzo de 2030')
    await page.keyboard.press('Enter')

    await facts.getByText('3 mar 2030').waitFor()
    await page.close()
  },
)
