import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { texts } from '../../src/app/texts.ts'
import { openBrowser } from '../browser.ts'
import { expectGood, openWindow, type SetUpProgram, startSetUp } from './session.ts'

let browser: Browser
let program: SetUpProgram
beforeAll(async () => {
  browser = await openBrowser()
  program = await startSetUp('es')
  const window = await openWindow(browser, { locale: 'es', session: program.session })
  await recordSomething(window.request, program.url)
  await window.close()
}, 180_000)
afterAll(async () => {
  await browser.close()
  await program.stop()
})

type Requests = Awaited<ReturnType<Browser['newPage']>>['request']

/** Three people: one only in the base, one who subscribed, one who answered a mail; and two suppliers, a person and an organisation. */
async function recordSomething(request: Requests, url: string) {
  const events = [
    { contact: { email: 'aitor@nube.test', name: 'Aitor Etxeberria' }, name: 'list_added' },
    { contact: { email: 'irene@faro.test', name: 'Irene Cañas' }, name: 'subscribed' },
    { contact: { email: 'joan@moll.test', name: 'Joan Puig' }, name: 'email_replied' },
  ]
  const answer = await request.post(`${url}/api/events/batch`, { data: { events }, headers: { origin: url } })
  expect(answer.ok(), await answer.text()).toBe(true)
  const items = (['person', 'organization'] as const).map(kind => ({
    ...{ kind, fields: { name: 'Papelería Robles' }, roles: ['supplier'] },
  }))
  const suppliers = await request.post(`${url}/api/contacts/batch`, {
    ...{ data: { items }, headers: { origin: url } },
  })
  expect(suppliers.ok(), await suppliers.text()).toBe(true)
}

describe.each(['es', 'en'] as const)('the funnel, in %s', locale => {
  const say = texts[locale]

  test.each([
    { width: 1440, dark: false },
    { width: 360, dark: true },
  ])(
    'shows who is where at $width px, and each stage leads to its people',
    { timeout: 90_000 },
    async look => {
      const window = await openWindow(browser, { locale, chosen: true, session: program.session, ...look })
      const page = await window.newPage()
      await page.goto(program.url)

      const prospects = page.getByRole('link', { name: new RegExp(`^${say.words.stagesPlural.prospect}`) })
      await prospects.filter({ hasText: '1' }).waitFor()
      await page.getByRole('link', { name: /Joan Puig/ }).waitFor()
      for (const [counted, list] of [
        ['person_one', /^\/contacts\?/],
        ['organization_one', /^\/organizations\?/],
      ] as const) {
        const name = say.criteriaEditor.count[counted].replace('{{number}}', '1')
        const link = page.getByRole('link', { name, exact: true })
        expect(await link.getAttribute('href')).toMatch(list)
      }
      await expectGood(page)
      await prospects.click()

      await page.waitForURL('**/contacts?where=**')
      await page.getByRole('heading', { level: 1, name: say.lists.person.title }).waitFor()
      await page.getByText('Joan Puig').first().waitFor()
      expect(await page.getByText('Irene Cañas').count()).toBe(0)
      await window.close()
    },
  )

  test('says in words what a stage means, one click away', { timeout: 60_000 }, async () => {
    const window = await openWindow(browser, { locale, chosen: true, session: program.session })
    const page = await window.newPage()
    await page.goto(program.url)
    const lead = say.words.stages.lead

    await page.getByRole('button', { name: say.definitions.open.replace('{{stage}}', lead) }).click()
    await page.getByText(say.definitions.becomes.lead).waitFor()
    await page.getByRole('link', { name: say.definitions.readAll }).click()

    await page.waitForURL('**/definitions#lead')
    await page.locator('#lead').getByText(say.definitions.does.lead).waitFor()
    await expectGood(page)
    await window.close()
  })
})
