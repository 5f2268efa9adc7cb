import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { texts } from '../../src/app/texts.ts'
import { openBrowser } from '../browser.ts'
import type { RunningProgram } from '../program.ts'
import { expectGood, openWindow, person, setUp, signIn, startEmpty } from './session.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe.each(['es', 'en'] as const)('coming in, in %s', locale => {
  const say = texts[locale]
  let program: RunningProgram
  let window: BrowserContext
  beforeAll(async () => {
    program = await startEmpty()
    window = await openWindow(browser, { locale })
  }, 120_000)
  afterAll(async () => {
    await window.close()
    await program.stop()
  })

  const come = async (path: string) => {
    const page = await window.newPage()
    await page.goto(program.url + path)
    return page
  }

  test('a new user sets up, going back and reloading on the way, signs out and in, and is told when the password is wrong', {
    timeout: 90_000,
  }, async () => {
    const page = await window.newPage()
    await page.goto(program.url)
    const company = page.locator('input[autocomplete=organization]')
    await company.fill('Talleres Prieto')
    await page.locator('button[type=submit]').click()
    await page.locator('main [role=radiogroup]').first().waitFor()
    await page.reload()
    await page.locator('main [role=radiogroup]').first().waitFor()
    await page.goBack()
    await expect.poll(() => company.inputValue()).toBe('Talleres Prieto')
    await setUp(page, program.url, expectGood)
    await page.getByRole('heading', { level: 1, name: say.entry.start.title, exact: true }).waitFor()
    await expectGood(page)

    await page.getByRole('button', { name: say.app.menu.label }).click()
    await page.getByRole('menuitem', { name: say.app.menu.signOut }).click()
    await page.waitForURL('**/sign-in')
    await expectGood(page)
    await signIn(page, { ...person, password: 'no es esta, seguro' })
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.innerText()).not.toContain(say.ui.failed.signIn)

    await signIn(page, person)
    await page.getByRole('link', { name: say.app.navigation.settings }).waitFor()
    await page.close()
  })

  test('somebody invited by link comes in with their role and sees no more than it allows', {
    timeout: 90_000,
  }, async () => {
    const owner = await openWindow(browser, { locale })
    const page = await owner.newPage()
    const complaints: string[] = []
    page.on('console', message => complaints.push(message.text()))
    await page.goto(`${program.url}/settings/members`)
    await page.waitForURL('**/sign-in**')
    expect(complaints).toEqual([])
    await signIn(page, person)
    await page.waitForURL('**/settings/members')
    await page.getByRole('button', { name: say.settings.members.invite, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('button[type=submit]').click()
    await dialog.getByText(say.entry.badEmail).waitFor()
    await dialog.locator('input[type=email]').fill('lucia@vidal.test')
    await dialog.locator('button[type=submit]').click()
    const link = await dialog
      .getByLabel(say.settings.members.link.replace('{{email}}', 'lucia@vidal.test'))
      .inputValue()

    const guest = await openWindow(browser, { locale, width: 390 })
    const theirs = await guest.newPage()
    await theirs.goto(link)
    await expectGood(theirs)
    await theirs.getByRole('button', { name: say.ui.showPassword }).waitFor()
    await theirs.locator('input[autocomplete=name]').fill('Lucía Prieto')
    await theirs.locator('input[autocomplete=new-password]').fill('barcos en la niebla')
    await theirs.locator('button[type=submit]').click()
    await theirs.waitForURL(`${program.url}/`)
    await theirs.goto(`${program.url}/settings/members`)

    await theirs.getByText('lucia@vidal.test').waitFor()
    expect(await theirs.getByRole('link', { name: say.settings.sections.keys }).count()).toBe(0)
    await theirs.goto(`${program.url}/imports`)
    await theirs.getByText(say.imports.notAllowed).waitFor()
    expect(await theirs.getByRole('button', { name: say.imports.file.choose }).count()).toBe(0)
    await expectGood(theirs)
    await Promise.all([owner.close(), guest.close()])
  })

  test('the settings are saved, the questions of set-up among them', { timeout: 90_000 }, async () => {
    const page = await come('/settings/workspace')
    await page.getByLabel(say.settings.workspace.name).fill('Vidal Luz')
    await page.getByRole('radio', { name: say.entry.setUp.prospect.b }).check()
    await page.getByRole('radio', { name: say.entry.setUp.contact.b }).check()
    await page.getByRole('button', { name: say.ui.save, exact: true }).click()
    await page.getByText(say.settings.workspace.savedAnswers).waitFor()

    await page.reload()

    await page.getByText('Vidal Luz').first().waitFor()
    expect(await page.getByRole('radio', { name: say.entry.setUp.prospect.b }).isChecked()).toBe(true)
    expect(await page.getByRole('radio', { name: say.entry.setUp.contact.b }).isChecked()).toBe(true)
    await page.close()
  })

  test.runIf(locale === 'en')(
    'who forgot their password sets another with a link of an administrator, and can leave',
    {
      timeout: 90_000,
    },
    async () => {
      const name = 'Lucía Prieto'
      const page = await come('/settings/members')
      const label = say.settings.members.resetLink.replace('{{name}}', name)
      await page.getByRole('button', { name: label }).click()
      const link = await page.getByRole('dialog').getByLabel(label).inputValue()

      const guest = await openWindow(browser, { locale, width: 390 })
      const theirs = await guest.newPage()
      await theirs.goto(link)
      await theirs.locator('input[autocomplete=new-password]').fill('lunas sobre el muelle')
      await expectGood(theirs)
      await theirs.locator('button[type=submit]').click()
      await theirs.waitForURL(`${program.url}/`)
      await theirs.goto(`${program.url}/account`)
      const leave = say.entry.account.leaveName.replace('{{name}}', 'Vidal Luz')
      await theirs.getByRole('button', { name: leave }).click()
      await theirs.getByRole('dialog').getByRole('button', { name: leave }).click()

      await theirs.getByRole('heading', { name: say.app.noWorkspace.title }).waitFor()
      await theirs.getByRole('button', { name: say.app.menu.signOut }).click()
      await theirs.waitForURL('**/sign-in')
      await Promise.all([page.close(), guest.close()])
    },
  )

  // What does not hang on the words is gone through in one of the languages.
  test.runIf(locale === 'es')(
    'a link that no longer works says so and leads in',
    { timeout: 60_000 },
    async () => {
      const window = await openWindow(browser, { locale, width: 390 })
      const page = await window.newPage()
      for (const path of ['reset', 'invitation']) {
        await page.goto(`${program.url}/${path}#gone`)
        await page.getByRole('heading', { level: 1, name: say.entry.deadLink.title }).waitFor()
        await expectGood(page)
      }
      await page.getByRole('link', { name: say.entry.deadLink.enter }).click()
      await page.waitForURL('**/sign-in**')
      await window.close()
    },
  )

  test.runIf(locale === 'es')(
    'a signal of one’s own is added, changed and removed',
    { timeout: 60_000 },
    async () => {
      const page = await come('/settings/events')
      await page.getByRole('button', { name: say.settings.events.add }).click()
      const dialog = page.getByRole('dialog')
      await dialog.locator('button[type=submit]').click()
      await dialog.getByText(say.entry.required).first().waitFor()
      await dialog.getByLabel(say.settings.fields.label, { exact: true }).fill('Lámpara vista')
      expect(await dialog.getByLabel(say.settings.events.name).inputValue()).toBe('lampara_vista')
      await dialog.locator('button[type=submit]').click()
      const added = await page.getByText(say.settings.events.added).boundingBox()
      const menu = await page.getByRole('navigation', { name: say.app.navigation.label }).boundingBox()
      expect(added?.x).toBeGreaterThan((menu?.x ?? 0) + (menu?.width ?? 0))

      await page
        .getByRole('button', { name: say.settings.events.change.replace('{{name}}', 'Lámpara vista') })
        .click()
      await page
        .getByRole('dialog')
        .getByLabel(say.settings.fields.label, { exact: true })
        .fill('Lámpara pedida')
      await page.getByRole('dialog').locator('button[type=submit]').click()
      const remove = say.settings.events.remove.replace('{{name}}', 'Lámpara pedida')
      await page.getByRole('button', { name: remove }).click()
      await page.getByRole('dialog').getByRole('button', { name: remove }).click()

      await page.getByText(say.settings.events.removed).waitFor()
      await page.getByText('lampara_vista').waitFor({ state: 'detached' })
      await page.close()
    },
  )

  test.runIf(locale === 'en')(
    'a key for a website form takes a name, and can no more than a form needs',
    {
      timeout: 60_000,
    },
    async () => {
      const page = await come('/settings/keys')
      await page.getByRole('button', { name: say.settings.keys.create }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(say.settings.keys.name).fill('Formulario de otoño')
      await dialog.getByRole('radio', { name: say.settings.keys.sets.read.name }).check()
      await dialog.getByRole('radio', { name: say.settings.keys.sets.form.name }).check()
      await dialog.locator('button[type=submit]').click()
      await dialog.getByText(say.settings.keys.secretTitle).waitFor()
      await dialog.getByRole('button', { name: say.ui.close }).last().click()

      const { contacts, events } = say.settings.permissions
      await page.getByText(`${contacts.write}, ${events.write}`).waitFor()
      await page.close()
    },
  )

  test('every page of the settings can be read by everybody, on a phone and in the dark too', {
    timeout: 180_000,
  }, async () => {
    // The longer words on the narrower screen.
    const look = locale === 'es' ? { width: 360, dark: true } : { width: 1440 }
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
  })

  test.runIf(locale === 'en')(
    'the keyboard alone goes anywhere, and the shortcuts are listed',
    { timeout: 60_000 },
    async () => {
      const page = await come('/account')
      await page.getByRole('heading', { name: say.entry.account.title }).waitFor()

      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: say.ui.shortcuts.title }).waitFor()
      await page.keyboard.press('Escape')
      await page.keyboard.press('g')
      await page.keyboard.press('s')

      await page.waitForURL('**/settings/workspace')
      await page.close()
    },
  )
})
