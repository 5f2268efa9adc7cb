import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { texts } from '../../src/app/texts.ts'
import { openBrowser } from '../browser.ts'
import { type RunningProgram, startProgram } from '../program.ts'
import { expectGood, openWindow, person, setUp, signIn } from './session.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe.each(['es', 'en'] as const)('coming in, in %s', locale => {
  const say = texts[locale]
  let program: RunningProgram
  beforeAll(async () => {
    program = await startProgram()
  }, 120_000)
  afterAll(() => program.stop())

  test('a new user sets up, signs out and in, and is told when the password is wrong', {
    timeout: 90_000,
  }, async () => {
    const window = await openWindow(browser, { locale })
    const page = await window.newPage()
    await setUp(page, program.url)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(say.entry.start.title)
    await expectGood(page)

    await page.getByRole('button', { name: say.app.menu.label }).click()
    await page.getByRole('menuitem', { name: say.app.menu.signOut }).click()
    await page.waitForURL('**/sign-in')
    await expectGood(page)
    await signIn(page, { ...person, password: 'no es esta, seguro' })
    await page.getByRole('alert').waitFor()

    await signIn(page, person)
    await page.getByRole('link', { name: say.app.navigation.settings }).waitFor()
    await window.close()
  })

  test('somebody invited by link comes in with their role and sees no more than it allows', {
    timeout: 90_000,
  }, async () => {
    const owner = await openWindow(browser, { locale })
    const page = await owner.newPage()
    await page.goto(`${program.url}/settings/members`)
    await page.waitForURL('**/sign-in**')
    await signIn(page, person)
    await page.waitForURL('**/settings/members')
    await page.getByRole('button', { name: say.settings.members.invite, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('input[type=email]').fill('lucia@vidal.test')
    await dialog.locator('button[type=submit]').click()
    const link = await dialog
      .getByLabel(say.settings.members.link.replace('{{email}}', 'lucia@vidal.test'))
      .inputValue()

    const guest = await openWindow(browser, { locale, width: 390 })
    const theirs = await guest.newPage()
    await theirs.goto(link)
    await expectGood(theirs)
    await theirs.locator('input[autocomplete=name]').fill('Lucía Prieto')
    await theirs.locator('input[autocomplete=new-password]').fill('barcos en la niebla')
    await theirs.locator('button[type=submit]').click()
    await theirs.waitForURL(`${program.url}/`)
    await theirs.goto(`${program.url}/settings/members`)

    await theirs.getByText('lucia@vidal.test').waitFor()
    expect(await theirs.getByRole('link', { name: say.settings.sections.keys }).count()).toBe(0)
    await Promise.all([owner.close(), guest.close()])
  })

  test('every page of the settings can be read by everybody, on a phone and in the dark too', {
    timeout: 180_000,
  }, async () => {
    for (const look of [{ width: 1440 }, { width: 360, dark: true }]) {
      const window = await openWindow(browser, { locale, ...look })
      const page = await window.newPage()
      await page.goto(`${program.url}/account`)
      await signIn(page, person)
      await page.getByRole('heading', { name: say.entry.account.title }).waitFor()
      await expectGood(page)
      for (const part of ['workspace', 'members', 'fields', 'events', 'keys', 'audit']) {
        await page.goto(`${program.url}/settings/${part}`)
        await page.getByRole('heading', { level: 2 }).first().waitFor()
        await expectGood(page)
      }
      await window.close()
    }
  })

  test('the keyboard alone goes anywhere, and the shortcuts are listed', { timeout: 60_000 }, async () => {
    const window = await openWindow(browser, { locale })
    const page = await window.newPage()
    await page.goto(`${program.url}/account`)
    await signIn(page, person)
    await page.getByRole('heading', { name: say.entry.account.title }).waitFor()

    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: say.ui.shortcuts.title }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.keyboard.press('s')

    await page.waitForURL('**/settings/workspace')
    await window.close()
  })
})
