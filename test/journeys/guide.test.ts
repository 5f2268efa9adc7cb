import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { texts } from '../../src/app/texts.ts'
import { frameTexts } from '../../src/app/web/guide/frameTexts.ts'
import { pages } from '../../src/app/web/guide/pages.ts'
import { theirWordsTexts } from '../../src/app/web/guide/theirWordsTexts.ts'
import { guidePages } from '../../src/ui/guideTexts.ts'
import { openBrowser } from '../browser.ts'
import { expectGood, openWindow, type SetUpProgram, startSetUp } from './session.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const slow = { timeout: 180_000 }

describe.each(['es', 'en'] as const)('the guide, in %s', locale => {
  const say = texts[locale]
  const frame = frameTexts[locale]
  let program: SetUpProgram
  beforeAll(async () => {
    program = await startSetUp(locale)
  }, 180_000)
  afterAll(() => program.stop())

  test('a newcomer opens it from the menu, reads on, and finds a word of another system', slow, async () => {
    const window = await openWindow(browser, { locale, session: program.session })
    const page = await window.newPage()
    await page.goto(program.url)

    await page.getByRole('link', { name: say.app.navigation.guide, exact: true }).click()
    await page.getByRole('link', { name: frame.startsAt['who-is-who'] }).click()
    await page.getByRole('heading', { level: 1, name: say.guide.pages['who-is-who'] }).waitFor()
    await page.getByText(say.lifecycle.responsible.both).first().waitFor()
    await expectGood(page)
    await page.getByRole('link', { name: frame.next }).click()
    await page.waitForURL('**/guide/two-steps')

    await page.goto(`${program.url}/guide/words`)
    await page.getByRole('searchbox').fill('mql')
    await page.getByText(frame.words.found.replace('{{count}}', '2')).waitFor()
    await page.getByRole('heading', { name: theirWordsTexts[locale].mql?.word }).waitFor()
    await expectGood(page)
    await window.close()
  })

  test.runIf(locale === 'en')(
    'a question mark beside a screen leads to its page, and the page back to where it is done',
    slow,
    async () => {
      const window = await openWindow(browser, { locale, session: program.session })
      const page = await window.newPage()
      await page.goto(`${program.url}/definitions`)

      await page
        .getByRole('region', { name: say.definitions.score })
        .getByRole('link', { name: say.guide.open.replace('{{title}}', say.guide.pages.points) })
        .click()
      await page.waitForURL('**/guide/points')
      const [first] = pages.points[locale].doing
      await page.getByRole('region', { name: frame.doing }).getByRole('link', { name: first?.about }).click()

      await page.waitForURL(`**${first?.to}`)
      await window.close()
    },
  )

  // Pages differ in their words only: each is looked at in one of the languages.
  test('its pages are good on a phone in the dark', slow, async () => {
    const window = await openWindow(browser, { locale, width: 390, dark: true, session: program.session })
    const page = await window.newPage()
    await page.goto(`${program.url}/guide`)

    await page.getByRole('heading', { level: 1, name: frame.title }).waitFor()
    await expectGood(page)
    for (const key of guidePages.filter((_, place) => place % 2 === (locale === 'es' ? 0 : 1))) {
      await page.goto(`${program.url}/guide/${key}`)
      await page.getByRole('heading', { level: 1, name: say.guide.pages[key] }).waitFor()
      await expectGood(page)
    }
    await window.close()
  })
})
