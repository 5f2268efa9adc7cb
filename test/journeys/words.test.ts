import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { texts } from '../../src/app/texts.ts'
import { openBrowser } from '../browser.ts'
import { expectGood, openWindow, startSetUp } from './session.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test.each([
  { locale: 'es', partner: 'Aliado', hot: 'Al rojo', width: 1440, dark: false },
  { locale: 'en', partner: 'Ally', hot: 'Red-hot', width: 390, dark: true },
] as const)(
  'what somebody calls partners and the hot ones is said everywhere once it is published, in $locale at $width px',
  { timeout: 180_000 },
  async ({ locale, partner, hot, ...look }) => {
    const say = texts[locale]
    const program = await startSetUp(locale)
    onTestFinished(async () => {
      await program.stop()
    })
    const window = await openWindow(browser, { locale, chosen: true, session: program.session, ...look })
    const page = await window.newPage()
    const headers = { origin: program.url }
    const data = { kind: 'person', fields: { givenName: 'Ana', surname: 'Núñez' }, roles: ['partner'] }
    const made = await page.request.post(`${program.url}/api/contacts`, { headers, data })
    const { id } = await made.json()
    const field = (word: string) =>
      page.getByRole('textbox', { name: say.ownWords[locale].replace('{{word}}', word), exact: true })
    await page.goto(`${program.url}/definitions#words`)

    await field(say.words.roles.partner).fill(say.words.roles.supplier)
    await page.getByText(say.ownWords.same).first().waitFor()
    await field(say.words.roles.partner).fill(partner)
    await field(say.words.temperatures.hot).first().fill(hot)
    await page.getByText(say.ownWords.same).waitFor({ state: 'detached' })
    await expectGood(page)
    const bar = page.getByRole('region', { name: say.draft.title, exact: true })
    await field(say.words.roles.customer).fill('Zzz')
    await field(say.words.roles.customer).blur()
    await bar.getByRole('button', { name: say.draft.undo }).click()
    await expect.poll(() => field(say.words.roles.customer).inputValue()).not.toBe('Zzz')
    await bar.getByText(say.draft.count_other.replace('{{count}}', '2')).waitFor()
    await bar.getByRole('button', { name: say.draft.publish, exact: true }).click()
    const dialog = page.getByRole('dialog', { name: say.draft.publishTitle })
    const told = `${say.words.roles.partner} (${say.ownWords.kinds.roles})`
    await dialog.getByText(told).waitFor()
    await dialog.getByLabel(say.draft.note).fill('x')
    await dialog.getByRole('button', { name: say.draft.publish }).click()
    await page.getByText(say.draft.published).waitFor()

    await page.goto(`${program.url}/contacts/${id}`)
    await page.getByText(partner, { exact: true }).first().waitFor()
    const where = {
      any: [
        { is: 'role', anyOf: ['partner'] },
        { is: 'temperature', anyOf: ['hot'] },
      ],
    }
    await page.goto(`${program.url}/contacts?where=${encodeURIComponent(JSON.stringify(where))}`)
    await page
      .getByText(new RegExp(`${partner}[^]*${hot}`, 'i'))
      .first()
      .waitFor()
    await page.getByText('Ana Núñez').first().waitFor()
    expect(await page.getByText(say.words.roles.partner, { exact: true }).count()).toBe(0)
    await window.close()
  },
)
