import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { texts } from '../../src/app/texts.ts'
import { openBrowser } from '../browser.ts'
import { expectGood, openWindow, type SetUpProgram, sessionOf, startSetUp } from './session.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const slow = { timeout: 180_000 }

describe.each(['es', 'en'] as const)('the proof of the score, in %s', locale => {
  const say = texts[locale]
  let program: SetUpProgram
  beforeAll(async () => {
    program = await startSetUp(locale)
  }, 180_000)
  afterAll(() => program.stop())

  test(
    'a manager proves the score, reads what it is worth, and adopts the card learnt from the outcomes',
    slow,
    async () => {
      const session = await sessionOf(program, 'manager')
      const window = await openWindow(browser, { locale, chosen: true, session })
      const page = await window.newPage()
      await page.goto(`${program.url}/proof`)
      await page.getByText(say.proof.never.title).waitFor()
      await expectGood(page)
      await callersBuy(page, program.url)

      await page.getByRole('button', { name: say.proof.ask, exact: true }).click()

      await page.getByRole('button', { name: say.proof.inOrderOf.replace('{{system}}', 'crm') }).click()
      await page.getByText(say.proof.verdict.about).waitFor({ timeout: 60_000 })
      const learnt = page.getByRole('region', { name: say.proof.learnt.title })
      await learnt.getByText(say.proof.learnt.exact).waitFor({ timeout: 60_000 })
      await page
        .getByRole('region', { name: say.proof.verdict.title })
        .getByText(say.proof.verdict.levels.great)
        .waitFor()
      await learnt.getByText(say.proof.adoption.title).waitFor()
      await learnt.getByText(say.proof.adoption.noEngagement).waitFor()
      await expectGood(page)
      await learnt.getByRole('button', { name: say.proof.learnt.adopt }).click()
      await page.waitForURL('**/definitions*')
      await page.getByText(say.proof.learnt.adopted).waitFor()
      const { draft } = await (await page.request.get(`${program.url}/api/definitions/draft`)).json()
      expect(draft.score.fitShare).toBe(100)
      expect(draft.score.fit).toContainEqual(expect.objectContaining({ key: 'learnt_1' }))
      // A rule without a name of its own is called by what it asks, and that is not said again behind it.
      await page.getByRole('button', { name: say.draft.publish, exact: true }).click()
      const added = page.getByRole('dialog').getByText(say.draft.changes.rule_added.split(' (')[0] ?? '')
      await added.first().waitFor()
      for (const text of await added.allTextContents()) expect(text).not.toMatch(/[«“]/)
    },
  )

  test(
    'the score of another funnel is proved over days of one’s own, which are shown as they were given',
    slow,
    async () => {
      const window = await openWindow(browser, { locale, chosen: true, session: program.session })
      const page = await window.newPage()
      const headers = { origin: program.url }
      const data = { name: { es: 'Cursos', en: 'Courses' }, begin: { copyOf: 'main' } }
      const added = await page.request.post(`${program.url}/api/funnels`, { headers, data })
      expect(added.ok(), await added.text()).toBe(true)
      await page.goto(`${program.url}/proof`)

      await page.getByRole('combobox', { name: say.funnels.choose }).click()
      await page.getByRole('option', { name: data.name[locale] }).click()
      await page.getByRole('radiogroup', { name: say.proof.period }).getByText(say.proof.periods.days).click()
      const first = page.getByRole('textbox', { name: say.proof.from })
      const given = await first.inputValue()
      await page.getByRole('button', { name: say.proof.ask, exact: true }).click()
      await page
        .getByText(new RegExp(`^${data.name[locale]}`))
        .first()
        .waitFor({ timeout: 60_000 })
      await expectGood(page)
      await page.reload()

      expect(await first.inputValue()).toBe(given)
      const learnt = page.getByRole('region', { name: say.proof.learnt.title })
      await learnt.getByRole('button', { name: say.proof.learnt.adopt }).click()
      await page.waitForURL('**/definitions?funnel=*')
      await window.close()
    },
  )

  test.runIf(locale === 'en')('on a phone in the dark, too', slow, async () => {
    const window = await openWindow(browser, { locale, width: 390, dark: true, session: program.session })
    const page = await window.newPage()
    await page.goto(`${program.url}/proof`)

    await page.getByRole('region', { name: say.proof.rules.title }).waitFor()
    await expectGood(page)
  })
})

/** 240 contacts: of those who called, nearly all bought ten days later; of the others, few. */
async function callersBuy(page: Page, url: string) {
  const headers = { origin: url }
  const items = Array.from({ length: 240 }, (_, i) => ({
    fields: { givenName: 'Ana', surname: `Núñez ${i}` },
    identities: [{ kind: 'external', value: `crm:${1000 + i}` }],
  }))
  const made = await page.request.post(`${url}/api/contacts/batch`, { headers, data: { items } })
  const ids: string[] = (await made.json()).items.map((item: { contactId: string }) => item.contactId)
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
  const events = ids.flatMap((id, i) => {
    const [calls, buys] = [i % 2 === 0, i % 2 === 0 ? i % 12 !== 0 : i % 12 === 1]
    return [
      { contact: { id }, name: 'page_viewed', at: ago(25) },
      ...(calls ? [{ contact: { id }, name: 'call', at: ago(20) }] : []),
      ...(buys ? [{ contact: { id }, name: 'purchase', at: ago(10) }] : []),
    ]
  })
  const recorded = await page.request.post(`${url}/api/events/batch`, { headers, data: { events } })
  expect(recorded.ok()).toBe(true)
}
