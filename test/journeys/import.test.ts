import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { texts } from '../../src/app/texts.ts'
import { importsTexts } from '../../src/imports/texts.ts'
import { openBrowser } from '../browser.ts'
import { startProgram } from '../program.ts'
import { expectGood, openWindow, type SetUpProgram, setUp, startSetUp } from './session.ts'

const real = (name: string) =>
  fileURLToPath(new URL(`../../../shared/data/leads-x-education/${name}`, import.meta.url))
const leads = real('Leads_9240x37.csv')
const damaged = real('Lead Scoring.csv')
const workbook = real('Leads (an Excel workbook named csv).csv')

let browser: Browser
let folder: string
beforeAll(async () => {
  browser = await openBrowser()
  folder = await mkdtemp(join(tmpdir(), 'embudo-import-'))
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

describe.each(['es', 'en'] as const)('importing in the browser, in %s', locale => {
  const say = texts[locale].imports
  let program: SetUpProgram
  beforeAll(async () => {
    program = await startSetUp(locale)
  }, 120_000)
  afterAll(() => program.stop())

  const step = (page: Page, title: string) => page.getByRole('heading', { level: 2, name: title }).waitFor()
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()

  test.skipIf(!existsSync(leads))(
    'somebody brings 9,240 real leads in from the page where one starts, and takes them back whole',
    { timeout: 300_000 },
    async () => {
      const many = locale === 'es' ? '9240' : '9,240'
      const window = await openWindow(browser, { locale, session: program.session })
      const page = await window.newPage()
      await page.goto(`${program.url}/start`)
      await page.getByRole('link', { name: texts[locale].entry.start.file }).click()
      await page.locator('input[type=file]').setInputFiles(leads)

      await step(page, say.format.title)
      await page.getByText(say.format.recognised.replace('{{system}}', 'X Education')).waitFor()
      await expectGood(page)
      await press(page, say.next)
      await step(page, say.columns.title)
      await expectGood(page)
      await press(page, say.checkFile)
      await page.getByText(say.check.title).waitFor({ timeout: 120_000 })
      await expectGood(page)
      await press(page, say.run.start_other.replace('{{count}}', many))
      await page.getByRole('heading', { level: 2, name: say.run.done }).waitFor({ timeout: 180_000 })
      await page.getByRole('link', { name: say.run.learnHere }).waitFor()
      await expectGood(page)

      const here = page.url()
      await standsAtOnce(page)
      await answersACall(page)
      await page.goto(here)

      await press(page, say.run.undo)
      await page.getByRole('dialog').getByRole('button', { name: say.run.undo }).click()
      await page.getByRole('heading', { level: 2, name: say.run.undone }).waitFor({ timeout: 120_000 })
      // Who has been called since stays.
      const others = locale === 'es' ? '9239' : '9,239'
      await page.getByText(say.run.takenBack_other.replace('{{number}}', others)).waitFor()
      await expectGood(page)
      await page.goto(`${program.url}/imports`)
      await page.getByText(say.states.undone).waitFor()
      await window.close()
    },
  )

  test.runIf(locale === 'es' && existsSync(workbook))(
    'a workbook that calls itself CSV is read as what it is',
    { timeout: 180_000 },
    async () => {
      const { page, window } = await choose(workbook)
      await page.getByText(say.format.recognised.replace('{{system}}', 'X Education')).waitFor()
      await expectGood(page)
      await press(page, say.next)
      await press(page, say.checkFile)
      await page.getByText(say.check.title).waitFor({ timeout: 120_000 })

      expect(await stored(page)).toEqual({ rows: 9240, refused: 0 })
      await window.close()
    },
  )

  test.runIf(locale === 'en' && existsSync(damaged))(
    'rows that were saved whole inside a cell are taken apart again, and each says so before anything is stored',
    { timeout: 180_000 },
    async () => {
      const { page, window } = await choose(damaged)
      await step(page, say.format.title)
      await press(page, say.next)
      await press(page, say.checkFile)
      await page.getByText(say.check.title).waitFor({ timeout: 120_000 })

      expect(await stored(page)).toEqual({ rows: 9240, refused: 0 })
      await page.getByText(say.reasons.warned_other.replace('{{rows}}', '340')).waitFor()
      await page.getByText(importsTexts[locale].errors.imports.row_recovered).first().waitFor()
      await expectGood(page)
      await window.close()
    },
  )

  /** The wizard with a file chosen. */
  async function choose(file: string) {
    const window = await openWindow(browser, { locale, session: program.session })
    const page = await window.newPage()
    await page.goto(`${program.url}/imports`)
    await page.locator('input[type=file]').setInputFiles(file)
    return { page, window }
  }

  /** Everybody stands somewhere: the funnel counts them, and the most promising come first. */
  async function standsAtOnce(page: Page) {
    const { words } = texts[locale]
    const report = async () => (await page.request.get(`${program.url}/api/reports/funnel`)).json()
    await expect.poll(async () => (await report()).waiting, { timeout: 120_000, interval: 500 }).toBe(0)
    const { stages } = (await report()) as {
      stages: { stage: keyof typeof words.stages; now: { people: number } }[]
    }
    expect(stages.reduce((sum, { now }) => sum + now.people, 0)).toBe(9240)
    await page.goto(program.url)
    for (const { now } of stages) {
      const number = new Intl.NumberFormat(locale === 'es' ? 'es-ES' : 'en-GB').format(now.people)
      await page.getByText(number, { exact: true }).first().waitFor()
    }
    await page.getByText(texts[locale].funnel.nobodyHot).waitFor()
    await expectGood(page)
  }

  /** The best of the leads: why they stand there and for what each point is; a call answers on the page, and its definition is a press away. */
  async function answersACall(page: Page) {
    const { words, receipt, points, quickLog, activity } = texts[locale]
    const where = JSON.stringify({ is: 'stage', anyOf: ['lead'] })
    await page.goto(`${program.url}/contacts?where=${encodeURIComponent(where)}`)
    const row = page.getByRole('row').filter({ hasText: words.stages.lead })
    await row.getByRole('link').first().click()
    await page.waitForURL('**/contacts/*')
    const why = page.getByRole('region', { name: receipt.title })
    await why.getByText(words.stages.lead, { exact: true }).first().waitFor()
    const score = page.getByRole('region', { name: points.title })
    const before = await score.innerText()
    await expectGood(page)
    await page.keyboard.press('c')
    await page.getByPlaceholder(quickLog.summary).fill('Pide una beca')
    await page.getByRole('button', { name: quickLog.save, exact: true }).click()
    await why.getByText(words.stages.prospect, { exact: true }).first().waitFor()
    await why.getByRole('link', { name: activity.events.call, exact: true }).first().waitFor()
    await expect.poll(() => score.innerText(), { timeout: 15_000 }).not.toBe(before)
    await why
      .getByRole('link', { name: receipt.definition.split(' (')[0] })
      .first()
      .click()
    await page.waitForURL('**/definitions**')
    await page.getByText(words.stages.prospect, { exact: true }).first().waitFor()
  }

  test('on a phone: a word of two senses is explained, a column answers a question, a refused row is seen with its reason', {
    timeout: 120_000,
  }, async () => {
    const file = join(folder, `contactos-${locale}.csv`)
    await writeFile(
      file,
      'Nombre;Correo;Etapa;Decisor\nAna;ana@acme.es;Cliente potencial;Sí\nLuis;luis arroba;Cliente;No\nEva;eva@acme.es;Cliente;No\n',
    )
    const window = await openWindow(browser, { locale, width: 390, dark: true, session: program.session })
    const page = await window.newPage()
    await page.goto(`${program.url}/imports`)
    await page.locator('input[type=file]').setInputFiles(file)
    await step(page, say.format.title)
    await press(page, say.next)
    await step(page, say.columns.title)
    const check = page.getByRole('button', { name: say.checkFile, exact: true })
    expect(await check.isDisabled()).toBe(true)
    const { name: authority } = texts[locale].qualification.questions.authority
    const decides = page.getByRole('combobox', { name: `Decisor: ${say.columns.becomes}` })
    expect(await decides.inputValue()).toBe(say.targets.answer.replace('{{question}}', authority))
    await expectGood(page)

    await page.getByRole('combobox', { name: `Cliente potencial: ${say.targets.sense}` }).click()
    await page.getByRole('option', { name: say.senses.nothing }).first().click()
    await check.click()
    await page.getByText(say.check.title).waitFor({ timeout: 60_000 })

    await page.getByText(`${authority}: ${texts[locale].facts.no}`).waitFor()
    await page
      .getByText(locale === 'es' ? 'no es una dirección de correo' : 'is not an email address')
      .first()
      .waitFor()
    await expectGood(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: say.check.downloadRefused }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.csv$/)
    await window.close()
  })

  test('a file that is no table is refused in words', { timeout: 60_000 }, async () => {
    const file = join(folder, 'factura.csv')
    await writeFile(file, '%PDF-1.7 not a table at all')
    const window = await openWindow(browser, { locale, session: program.session })
    const page = await window.newPage()
    await page.goto(`${program.url}/imports`)
    const choose = page.getByRole('button', { name: say.file.choose })
    await page.waitForLoadState('networkidle')
    const chooser = page.waitForEvent('filechooser')
    const opens = async () => {
      await choose.press('Enter')
      return Promise.race([chooser.then(() => true), page.waitForTimeout(500)])
    }
    await expect.poll(opens, { timeout: 25_000 }).toBe(true)
    await (await chooser).setFiles(file)

    const alert = page.getByRole('alert')
    await alert.waitFor()

    expect(await alert.innerText()).toContain('pdf')
    await expectGood(page)
    await window.close()
  })
})

/** Rows that would be stored, whether they are of somebody known already or not, and those refused. */
async function stored(page: Page) {
  const [made, updated, same, refused] = (await counted(page)).map(Number)
  return { rows: (made ?? 0) + (updated ?? 0) + (same ?? 0), refused }
}

/** New, updated, the same, refused, without points. */
async function counted(page: Page): Promise<(string | undefined)[]> {
  const { es, en } = texts
  const rows = page
    .getByRole('region', { name: es.imports.check.rows })
    .or(page.getByRole('region', { name: en.imports.check.rows }))
  const counts = await rows.getByRole('button').allInnerTexts()
  return counts.map(text => text.split('\n')[0]?.replace(/[.,]/, ''))
}

test('a program that is killed in the middle of an import goes on where it was', {
  timeout: 300_000,
}, async () => {
  const say = texts.es.imports
  const file = join(folder, 'muchos.csv')
  const rows = Array.from(
    { length: 6000 },
    (_, i) => `Persona ${i};persona${i}@ejemplo.es;${i % 3 ? 'No' : 'Sí'}`,
  )
  await writeFile(file, ['Nombre;Correo;Cliente', ...rows].join('\n'))
  const dataDir = await mkdtemp(join(tmpdir(), 'embudo-killed-'))
  const first = await startProgram({ dataDir })
  const window = await openWindow(browser, { locale: 'es' })
  const page = await window.newPage()
  await setUp(page, first.url)
  await page.goto(`${first.url}/imports`)
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: say.next, exact: true }).click()
  await page.getByRole('button', { name: say.checkFile, exact: true }).click()
  await page.getByRole('button', { name: /^Importar 6/ }).click({ timeout: 120_000 })
  await page.getByText(/^[1-9][\d.]* de 6/).waitFor({ timeout: 60_000 })

  await first.kill()
  const second = await startProgram({ dataDir })
  await page.goto(`${second.url}${new URL(page.url()).pathname}`)
  await page.getByRole('heading', { level: 2, name: say.run.done }).waitFor({ timeout: 120_000 })

  expect(await counted(page)).toEqual(['6000', '0', '0', '0'])
  await window.close()
  await second.stop()
  await rm(dataDir, { recursive: true, force: true })
})
