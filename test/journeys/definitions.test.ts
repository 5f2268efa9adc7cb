import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { texts } from '../../src/app/texts.ts'
import { openBrowser } from '../browser.ts'
import { expectGood, openWindow, type SetUpProgram, sessionOf, startSetUp } from './session.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
}, 60_000)
afterAll(() => browser.close())

const events = [
  { contact: { email: 'irene@faro.test', name: 'Irene Cañas' }, name: 'email_link_clicked' },
  { contact: { email: 'joan@moll.test', name: 'Joan Puig' }, name: 'call' },
]

const both = (name: string) => ({ es: name, en: name })
const own = (key: string, least: number) => ({
  ...{ key, name: both(key), least },
  items: ['budget', 'need'].map(question => ({ question, letter: '', weight: 'counts' })),
})
/** What JSON says is YAML too. */
const lines = (given: object) =>
  Object.entries(given)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('')

describe.each(['es', 'en'] as const)('the definitions, in %s', locale => {
  const say = texts[locale]
  let program: SetUpProgram
  beforeAll(async () => {
    program = await startSetUp(locale)
  }, 120_000)
  afterAll(() => program.stop())

  const prospect = say.words.stages.prospect
  const did = say.criteriaEditor.remove.replace('{{row}}', say.filter.asks.did)
  const change = { es: 'Un clic ya no basta', en: 'A click is no longer enough' }[locale]
  const bar = (page: Page) => page.getByRole('region', { name: say.draft.title, exact: true })

  test('a marketing lead writes her own definition of prospect, sees who would move, publishes, and a seller reads why', {
    timeout: 120_000,
  }, async () => {
    const session = await sessionOf(program, 'marketing')
    const window = await openWindow(browser, { locale, chosen: true, session })
    const page = await window.newPage()
    const headers = { origin: program.url }
    await page.request.post(`${program.url}/api/events/batch`, { data: { events }, headers })
    await page.goto(`${program.url}/definitions#prospect`)
    await page
      .getByRole('button', { name: say.draft.editStage.replace('{{stage}}', prospect), exact: true })
      .click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('button', { name: did }).nth(1).click()
    await drawer.getByRole('button', { name: say.criteriaEditor.add, exact: true }).first().click()
    await page.getByRole('option', { name: say.filter.asks.role, exact: true }).click()
    await page.getByRole('option', { name: say.contacts.roles.reference, exact: true }).click()
    await drawer.getByRole('button', { name: say.draft.ready, exact: true }).click()
    await bar(page).getByText(say.draft.count_one.replace('{{count}}', '1')).waitFor()
    await bar(page)
      .getByText(say.draft.touched.split('{{')[0] ?? '')
      .waitFor()
    await expectGood(page)

    await bar(page).getByRole('link', { name: say.draft.preview }).click()
    const flow = page.getByRole('button', { expanded: false }).filter({ hasText: prospect })
    await flow.click()
    await page.getByRole('button', { name: 'Irene Cañas' }).click()
    const then = page.getByRole('region', { name: say.preview.would })
    await then.getByText(say.words.stages.lead, { exact: true }).waitFor()
    await then.getByText(say.preview.notMet).waitFor()
    await expectGood(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Joan Puig' }).waitFor({ state: 'detached' })

    await page.getByRole('link', { name: say.definitions.title }).last().click()
    await bar(page).getByRole('button', { name: say.draft.publish }).click()
    const dialog = page.getByRole('dialog', { name: say.draft.publishTitle })
    const missing = dialog.getByText(
      say.ui.missing.replace('{{names}}', say.ui.named.replace('{{name}}', say.draft.note)),
    )
    await missing.waitFor()
    await dialog.getByLabel(say.draft.note).fill(change)
    await missing.waitFor({ state: 'detached' })
    await dialog.getByRole('button', { name: say.draft.publish }).click()
    await page.getByText(say.draft.published).waitFor()
    await page
      .getByText(say.definitions.version.split(',')[0]?.replace('{{version}}', '2') ?? '')
      .first()
      .waitFor()

    const theirs = await openWindow(browser, {
      locale,
      chosen: true,
      session: await sessionOf(program, 'sales'),
    })
    const seller = await theirs.newPage()
    await seller.goto(`${program.url}/contacts`)
    await seller.getByRole('link', { name: 'Irene Cañas' }).first().click()
    const receipt = seller.getByRole('region', { name: say.receipt.title })
    await receipt.getByText(say.receipt.causes.definition).first().waitFor()
    await receipt.getByText(say.words.stages.lead, { exact: true }).first().waitFor()
    await theirs.close()
    await page.goto(`${program.url}/definitions/versions`)
    await page.getByText(change).waitFor()
    await expectGood(page)
    await page.goto(`${program.url}/definitions/past`)
    await page.getByLabel(say.past.day, { exact: true }).waitFor()
    await page.getByRole('button', { name: say.past.place }).click()
    await page.getByRole('columnheader', { name: say.past.thatDayByNow }).waitFor()
    await expectGood(page)
    await window.close()
  })

  test.runIf(locale === 'en')(
    'on a phone and in the dark the same pages hold, and a discarded draft comes back',
    {
      timeout: 90_000,
    },
    async () => {
      const { session } = program
      const window = await openWindow(browser, { locale, chosen: true, width: 390, dark: true, session })
      const page = await window.newPage()
      await page.goto(`${program.url}/definitions`)
      const data = { framework: own('ours', 1), basedOn: 0 }
      const headers = { origin: program.url }
      await page.request.put(`${program.url}/api/qualification/frameworks`, { data, headers })
      const kept = await page.request.get(`${program.url}/api/definitions.yaml`)
      const given = { framework: 'champ', name: both('Works'), frameworks: [own('ours', 2), own('new', 1)] }
      const otherwise = (await kept.text()).replace(/^framework: [\s\S]*?(?=^lifecycle)/m, '')
      const buffer = Buffer.from(`${otherwise}${lines(given)}`)
      const file = { name: 'main.yaml', mimeType: 'application/yaml', buffer }
      const input = page.locator('input[type=file]')
      await input.setInputFiles(file)
      const foreseen = page.getByRole('dialog')
      await foreseen.getByText('CHAMP').waitFor()
      await foreseen.getByText(say.draft.funnelNamed.replace('{{name}}', 'Works')).waitFor()
      await foreseen.getByText(say.draft.ownFramework.replace('{{name}}', 'new')).waitFor()
      await foreseen.getByText(say.draft.ownFrameworkChanges.replace('{{name}}', 'ours')).waitFor()
      await expectGood(page)
      await foreseen.getByRole('button', { name: say.ui.cancel, exact: true }).click()
      expect(await input.inputValue(), 'so that the same file can be chosen again').toBe('')
      await input.setInputFiles(file)
      await foreseen.getByRole('button', { name: say.draft.bringItIn, exact: true }).click()
      const broughtIn = page.getByRole('alert').filter({ hasText: say.draft.broughtIn })
      await broughtIn.getByRole('button', { name: say.ui.undo }).click()
      await page.getByText(say.ui.undone).waitFor()
      const { framework } = await (await page.request.get(`${program.url}/api/qualification`)).json()
      expect(framework.key).toBe('bant')
      const { funnels } = await (await page.request.get(`${program.url}/api/definitions`)).json()
      expect(funnels[0].name.en).toBe('')
      await page.getByLabel(say.draft.hotFrom).fill('80')
      await bar(page).getByText(say.draft.count_one.replace('{{count}}', '1')).waitFor()
      await page.getByText(say.definitions.reads.draft).waitFor()
      expect((await bar(page).boundingBox())?.height, 'two rows').toBeLessThan(130)
      await expectGood(page)
      await page.getByRole('button', { name: say.definitions.reads.seeInForce }).click()
      await page.getByText(say.definitions.reads.inForce).waitFor()
      expect(await page.getByLabel(say.draft.hotFrom).count()).toBe(0)
      await page.getByRole('button', { name: say.definitions.reads.seeDraft }).click()
      await page.getByRole('button', { name: say.draft.undo }).click()
      await bar(page).getByText(say.draft.none).waitFor()
      await page.getByLabel(say.draft.hotFrom).fill('90')
      await page.getByText(say.draft.touched.split('{{')[0] ?? '').waitFor()
      await bar(page).getByRole('button', { name: say.draft.discard }).click()
      await page.getByRole('dialog').getByRole('button', { name: say.draft.discard }).click()
      await bar(page).getByText(say.draft.none).waitFor()
      await page.getByRole('alert').getByRole('button', { name: say.ui.undo }).click()
      await expect.poll(() => page.getByLabel(say.draft.hotFrom).inputValue(), { timeout: 15_000 }).toBe('90')
      await page.goto(`${program.url}/definitions/preview`)
      await page.getByText(say.preview.noFlows).waitFor()
      await expectGood(page)
      await page.getByRole('button', { name: say.draft.publish }).click()
      await page.getByRole('dialog').getByLabel(say.draft.note).fill('90')
      await page.getByRole('dialog').getByRole('button', { name: say.draft.publish }).click()
      await page.getByText(say.draft.published).waitFor()
      await page.waitForURL('**/definitions')
      await window.close()
    },
  )

  test('a stage takes a name, a plural and a colour, and the other language keeps its own words', {
    timeout: 120_000,
  }, async () => {
    const window = await openWindow(browser, { locale, chosen: true, session: program.session })
    const page = await window.newPage()
    const headers = { origin: program.url }
    await page.request.post(`${program.url}/api/events/batch`, { data: { events }, headers })
    await page.goto(`${program.url}/definitions#potential_customer`)
    const edit = say.draft.editStage.replace('{{stage}}', say.words.stages.potential_customer)
    await page.getByRole('button', { name: edit, exact: true }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel(say.draft.name, { exact: true }).fill('Opción')
    await drawer.getByLabel(say.funnels.otherName).fill('Option')
    await drawer.getByLabel(say.draft.plural, { exact: true }).fill('Opciones')
    await drawer.getByLabel(say.draft.otherPlural).fill('Options')
    await drawer.getByRole('radio', { name: say.draft.colors.grape }).click()
    await expectGood(page)
    await drawer.getByRole('button', { name: say.draft.ready, exact: true }).click()

    await bar(page).getByRole('button', { name: say.draft.publish }).click()
    const dialog = page.getByRole('dialog', { name: say.draft.publishTitle })
    await dialog.getByText(/Opciones.* \/ .*Options/).waitFor()
    await dialog.getByLabel(say.draft.note).fill('Opciones')
    await dialog.getByRole('button', { name: say.draft.publish }).click()
    await page.getByText(say.draft.published).waitFor()
    await window.close()
  })
})
