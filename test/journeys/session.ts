import { type Browser, type BrowserContext, type Page, request } from 'playwright-core'
import { expect } from 'vitest'
import type { Role } from '../../src/platform/permissions.ts'
import type { Locale } from '../../src/platform/texts.ts'
import { tooSmall, tooWide, violationsOn } from '../accessibility.ts'
import { cloneTemplate } from '../database.ts'
import { type RunningProgram, startProgram } from '../program.ts'

export const person = {
  name: 'Marta Núñez Ortega',
  email: 'marta@vidal.test',
  password: 'farolas de otoño 7',
}

const regional = { es: 'es-ES', en: 'en-GB' }

type Look = {
  locale: Locale
  width?: number
  dark?: boolean
  /** The language was chosen in this browser: it counts before the account's. */
  chosen?: boolean
  /** Who is signed in already. */
  session?: Session
}

type Session = Awaited<ReturnType<BrowserContext['storageState']>>

export type SetUpProgram = RunningProgram & { session: Session }

/** The program on a clone of the migrated template, which spares it a PostgreSQL of its own: nobody has set it up yet. */
export async function startEmpty(): Promise<RunningProgram> {
  const clone = await cloneTemplate()
  const program = await startProgram({ env: { DATABASE_URL: clone.url } })
  const stop = async () => {
    const code = await program.stop()
    await clone.drop()
    return code
  }
  return { ...program, stop }
}

/** The same, set up with what set-up proposes, and the session of its first person. */
export async function startSetUp(locale: Locale): Promise<SetUpProgram> {
  const program = await startEmpty()
  const requests = await request.newContext({ baseURL: program.url })
  const answer = await requests.post('/api/setup', {
    headers: { origin: program.url },
    data: {
      ...{ userName: person.name, email: person.email, password: person.password },
      ...{ company: 'Iluminación Vidal', locale, timeZone: 'Europe/Madrid', currency: 'EUR' },
      ...{ market: 'b2b', prospectNeeds: 'click', contactMeans: 'everyone' },
    },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  const session = await requests.storageState()
  await requests.dispose()
  return { ...program, session }
}

/** The session of a colleague, invited by the first person and signed in. */
export async function sessionOf({ url, session }: SetUpProgram, role: Role): Promise<Session> {
  const headers = { origin: url }
  const inviting = await request.newContext({ baseURL: url, storageState: session })
  const email = `${role}-${Date.now()}@vidal.test`
  const { secret } = await (
    await inviting.post('/api/invitations', { headers, data: { email, role } })
  ).json()
  await inviting.dispose()
  const accepting = await request.newContext({ baseURL: url })
  const data = { secret, name: `Luz ${role}`, password: person.password }
  const answer = await accepting.post('/api/invitations/accept', { headers, data })
  expect(answer.ok(), await answer.text()).toBe(true)
  const theirs = await accepting.storageState()
  await accepting.dispose()
  return theirs
}

/** A browser window of its own, in a language, as wide as asked, light or dark. */
export async function openWindow(
  browser: Browser,
  { locale, width = 1440, dark, chosen, session }: Look,
): Promise<BrowserContext> {
  const window = await browser.newContext({
    viewport: { width, height: width < 500 ? 800 : 900 },
    locale: regional[locale],
    timezoneId: 'Europe/Madrid',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    storageState: session,
  })
  // Only what fails waits so long; a busy machine can take most of it for the first page of a program.
  window.setDefaultTimeout(30_000)
  if (chosen) await window.addInitScript(locale => localStorage.setItem('embudo.language', locale), locale)
  return window
}

/** Walks through set-up as a new user would, with what it proposes, looking at each step; ends where the choice of data is offered. */
export async function setUp(page: Page, url: string, look = async (_: Page) => {}) {
  await page.goto(url)
  await page.waitForURL('**/set-up')
  await look(page)
  await page.locator('input[autocomplete=organization]').fill('Iluminación Vidal')
  await page.locator('button[type=submit]').click()
  await page.locator('main [role=radiogroup]').first().waitFor()
  await look(page)
  await page.locator('button[type=submit]').click()
  // Whom one sells to may be left blank.
  await page.locator('main [role=radiogroup]').first().waitFor({ state: 'detached' })
  await look(page)
  await page.locator('button[type=submit]').click()
  await page.locator('input[autocomplete=name]').fill(person.name)
  await look(page)
  await page.locator('input[autocomplete=username]').fill(person.email)
  await page.locator('input[autocomplete=new-password]').fill(person.password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL('**/start')
}

export async function signIn(page: Page, { email, password }: { email: string; password: string }) {
  await page.locator('input[autocomplete=username]').fill(email)
  await page.locator('input[autocomplete=current-password]').fill(password)
  await page.locator('button[type=submit]').click()
}

/** Nothing on the page breaks WCAG 2.2 AA, sticks out sideways or is too small to point at. */
export async function expectGood(page: Page) {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle').catch(() => {})
  expect(await violationsOn(page), page.url()).toEqual([])
  expect(await tooWide(page), `${page.url()} is wider than the screen`).toEqual([])
  expect(await tooSmall(page), `${page.url()} has what is too small to point at`).toEqual([])
}
