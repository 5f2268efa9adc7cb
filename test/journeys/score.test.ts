import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { texts } from '../../src/app/texts.ts'
import type { Definitions } from '../../src/lifecycle/definitionChanges.ts'
import type { ScoreModel } from '../../src/scoring/model.ts'
import { openBrowser } from '../browser.ts'
import { expectGood, openWindow, type SetUpProgram, startSetUp } from './session.ts'

let browser: Browser
let program: SetUpProgram
let hasFairs = false
beforeAll(async () => {
  browser = await openBrowser()
  program = await startSetUp('es')
}, 180_000)
afterAll(async () => {
  await browser.close()
  await program.stop()
})

const slow = { timeout: 180_000 }
/** A draft is saved a moment after each change. */
const soon = { timeout: 15_000 }

// The longer words on the narrower screen.
describe.each([
  { locale: 'es', width: 390, dark: true },
  { locale: 'en', width: 1440, dark: false },
] as const)('setting up the score, funnels and the report, in $locale at $width px', look => {
  const say = texts[look.locale]
  let window: BrowserContext
  beforeAll(async () => {
    window = await openWindow(browser, { ...look, chosen: true, session: program.session })
  })
  afterAll(() => window.close())

  const come = async (path: string) => {
    const page = await window.newPage()
    await page.goto(program.url + path)
    return page
  }
  const post = async (page: Page, method: 'POST' | 'PUT' | 'DELETE', path: string, data: object = {}) => {
    const headers = { origin: program.url }
    const answer = await page.request.fetch(`${program.url}/api${path}`, { method, headers, data })
    expect(answer.ok(), await answer.text()).toBe(true)
    return answer.json()
  }
  /** Once for all: of those with the tag most buy, and nearly all of them come from a fair. */
  const comeFromFairs = async (page: Page) => {
    if (hasFairs) return
    hasFairs = true
    const items = Array.from({ length: 160 }, (_, i) => {
      const source = i % 2 ? (i % 20 > 2 ? 'Feria' : 'Web') : i % 3 ? 'Web' : 'Feria'
      return {
        fields: {
          givenName: 'Ana',
          surname: `Núñez ${i}`,
          source,
          tags: [i % 2 && i % 8 > 1 ? 'obra' : 'reforma'],
        },
      }
    })
    const made = await post(page, 'POST', '/contacts/batch', { items })
    const ids: string[] = made.items.map((item: { contactId: string }) => item.contactId)
    const at = new Date(Date.now() - 10 * 86_400_000).toISOString()
    const buyers = ids.filter((_, i) => (i % 2 ? i % 9 !== 0 : i % 5 === 0))
    await post(page, 'POST', '/events/batch', {
      events: buyers.map(id => ({ contact: { id }, name: 'purchase', at })),
    })
  }
  const calls = async (page: Page): Promise<string> => {
    const contact = { email: `joan.${look.locale}@moll.test`, name: 'Joan Puig' }
    return (await post(page, 'POST', '/events', { contact, name: 'call' })).contactId
  }

  test(
    'a manager walks through its steps, changes a point, and sees what that does to everybody',
    slow,
    async () => {
      const { scoreSetUp } = say
      const page = await come('/definitions')
      await calls(page)
      await page.getByRole('link', { name: scoreSetUp.open }).click()
      await page.waitForURL('**/definitions/score')
      await expectGood(page)
      const spread = page.getByRole('complementary', { name: scoreSetUp.spread.title })

      await page.getByRole('link', { name: scoreSetUp.steps.interest }).last().click()
      const points = say.draft.pointsOf.replace('{{rule}}', say.scoring.rules.talk)
      await page.getByLabel(points, { exact: true }).fill('45')
      await page.keyboard.press('Tab')

      await spread
        .getByText(/^\d+ →$/)
        .first()
        .waitFor()
      await spread.getByText(scoreSetUp.spread.everybody.replace(/\{\{.*/s, '')).waitFor()
      await expectGood(page)
      for (const step of ['against', 'fading', 'thresholds'] as const) {
        await page.getByRole('link', { name: scoreSetUp.steps[step] }).last().click()
        await page.waitForURL(`**step=${step}`)
        await expectGood(page)
      }
      await page.getByRole('link', { name: scoreSetUp.whoMoves }).click()
      await page.waitForURL('**/definitions/preview')
      await page.getByRole('heading', { level: 1, name: say.preview.title }).waitFor()
      await expectGood(page)
      await post(page, 'DELETE', '/definitions/draft')
      await page.close()
    },
  )

  test(
    'what the customers propose fills the form, musts and how many are enough are said, and who is not wanted is kept out',
    slow,
    async () => {
      const { scoreSetUp, draft } = say
      const page = await come('/definitions/score')
      await comeFromFairs(page)
      const drafted = async (): Promise<Definitions | undefined> =>
        (await (await page.request.get(`${program.url}/api/definitions/draft`)).json()).draft
      const ruleOf = async (key: string) => (await drafted())?.score.fit.find(rule => rule.key === key)
      const proposed = page.getByRole('region', { name: scoreSetUp.proposed.title })
      await expectGood(page)

      await proposed
        .getByRole('button')
        .filter({ hasText: new RegExp(`${scoreSetUp.proposed.ask}|${scoreSetUp.proposed.again}`) })
        .click()
      const { add, addOther } = scoreSetUp.proposed
      await proposed
        .getByRole('button')
        .filter({ hasText: add.replace('{{where}}', scoreSetUp.aspects.project) })
        .click({ timeout: 60_000 })
      await expect.poll(() => ruleOf('project'), soon).toMatchObject({ when: { is: 'tag', anyOf: ['obra'] } })
      await page.getByRole('button', { name: draft.undo }).click()
      await expect.poll(() => ruleOf('project'), soon).toBeUndefined()
      await proposed
        .getByRole('button')
        .filter({ hasText: add.replace('{{where}}', scoreSetUp.aspects.project) })
        .click()
      await proposed.getByRole('button').filter({ hasText: addOther }).first().click()
      await expect.poll(() => ruleOf('profile_1'), soon).toMatchObject({ when: { field: 'source' } })

      const project = page.getByRole('group', { name: scoreSetUp.aspects.project })
      await project.getByRole('switch').press(' ')
      const who = page.getByRole('region', { name: scoreSetUp.profile.who })
      await who.getByText(/Feria/).waitFor()
      const enough = page.getByLabel(
        new RegExp(`^${scoreSetUp.profile.atLeast.replace('{{count}}', '\\d')}$`),
      )
      await enough.press('ArrowDown')
      await expect.poll(() => enough.inputValue(), soon).toMatch(/\b2\b/)
      await enough.press('ArrowDown')
      await expect
        .poll(() => ruleOf('ideal_most'), soon)
        .toMatchObject({ when: { all: [{ is: 'tag', anyOf: ['obra'] }, { any: expect.any(Array) }] } })
      await who
        .getByText(new RegExp(say.criteriaEditor.count.contact_other.replace('{{number}}', '\\d+')))
        .waitFor()
      await expectGood(page)

      await page.goto(`${program.url}/definitions/score?step=against`)
      await page.getByRole('combobox', { name: scoreSetUp.aspects.sector }).fill('Juego')
      await page.keyboard.press('Enter')
      const keepsOut = page.getByRole('switch', {
        name: scoreSetUp.against.keepOut.replace('{{stage}}', say.words.stages.lead),
      })
      const entries = async () => JSON.stringify((await drafted())?.lifecycle)
      await expect.poll(() => ruleOf('anti_sector'), soon).toBeDefined()
      await keepsOut.press(' ')
      await expect.poll(() => keepsOut.isChecked(), soon).toBe(true)
      await expect.poll(entries, soon).toContain('Juego')
      await expectGood(page)
      await keepsOut.press(' ')
      await expect.poll(entries, soon).not.toContain('Juego')

      await page.goto(`${program.url}/definitions/score`)
      await page.getByRole('group', { name: scoreSetUp.aspects.revenue }).getByRole('switch').press(' ')
      await expect.poll(() => ruleOf('ideal_must'), soon).toBeDefined()
      await page.goto(`${program.url}/definitions/score?step=thresholds`)
      await page.getByLabel(draft.contactFrom).fill('30')
      await page.keyboard.press('Tab')
      const takeAway = scoreSetUp.contact.takeAway.split('{{')[0] ?? ''
      await page.getByRole('button', { name: takeAway }).click()
      const [before, after] = scoreSetUp.contact.mustsEnough.split('{{musts}}')
      await page.getByText(`${before}${scoreSetUp.aspects.revenue}${after?.split('{{')[0]}`).waitFor()
      await expectGood(page)
      await post(page, 'DELETE', '/definitions/draft')
      await page.close()
    },
  )

  test.runIf(look.locale === 'en')(
    'groups are added, named, filled and removed, whom one does not want is written down, and each is told before it counts',
    slow,
    async () => {
      const { draft, scoreSetUp } = say
      const page = await come('/definitions')
      const drafted = async (): Promise<ScoreModel> => {
        const answer = await page.request.get(`${program.url}/api/definitions/draft`)
        return (await answer.json()).draft?.score
      }
      const groupOf = (score: ScoreModel) => score?.engagement.find(({ key }) => key === 'talk')?.group
      const bar = page.getByRole('region', { name: draft.title, exact: true })
      await page.getByRole('button', { name: draft.addGroup }).click()
      await page.locator(`input[value="${draft.newGroup}"]`).fill('Fairs')
      await page.keyboard.press('Tab')
      const rule = draft.moreRule.replace('{{rule}}', say.scoring.rules.talk)
      await page.getByRole('button', { name: rule, exact: true }).click()
      await page.getByRole('menuitem', { name: draft.moveRule.replace('{{group}}', 'Fairs') }).click()

      await expect.poll(async () => groupOf(await drafted()), soon).toBe('group')
      expect((await drafted()).groups.at(-1)).toMatchObject({ key: 'group', name: { en: 'Fairs' } })
      await page.getByRole('button', { name: draft.removeGroup.replace('{{group}}', 'Fairs') }).click()
      await page.getByRole('dialog').getByRole('button', { name: draft.moveAndRemove }).click()
      await expect
        .poll(async () => (await drafted()).groups.map(({ key }) => key), soon)
        .not.toContain('group')
      await bar.getByRole('button', { name: draft.undo }).click()
      await expect.poll(async () => groupOf(await drafted()), soon).toBe('group')

      await page.goto(`${program.url}/definitions/score?step=against`)
      await page.getByRole('combobox', { name: scoreSetUp.aspects.sector }).fill('Gambling')
      await page.keyboard.press('Enter')
      await expect.poll(async () => JSON.stringify((await drafted()).fit), soon).toContain('Gambling')
      await page.goto(`${program.url}/definitions`)
      await bar.getByRole('button', { name: draft.publish }).click()
      const told = page.getByRole('dialog').getByRole('list')
      await told.getByText(draft.changes.group_added.replace('{{about}}', 'Fairs')).waitFor()
      await told.getByText(draft.changes.rule_group.replace('{{about}}', say.scoring.rules.talk)).waitFor()
      await told.getByText('Gambling').waitFor()
      await page.keyboard.press('Escape')
      await bar.getByRole('link', { name: draft.preview }).click()
      await page.getByText(say.preview.asOf.split('{{')[0] ?? '').waitFor()
      await post(page, 'DELETE', '/definitions/draft')
      await page.close()
    },
  )

  test.runIf(look.locale === 'en')(
    'a rule gives points for some events only, by what they carry',
    slow,
    async () => {
      const { draft, criteriaEditor, activity, filter } = say
      const page = await come('/definitions')
      await page.getByRole('button', { name: draft.addRule }).nth(1).click()
      const panel = page.getByRole('dialog')
      expect(await panel.getByRole('button', { name: draft.ready }).isDisabled()).toBe(true)
      await panel.getByRole('combobox', { name: filter.signals }).click()
      await page.getByRole('option', { name: activity.events.file_downloaded }).click()
      await page.keyboard.press('Escape')
      await panel.getByRole('button', { name: criteriaEditor.details.add }).click()
      await page.getByRole('menuitem', { name: criteriaEditor.details.choices.where }).click()
      await panel.getByRole('combobox', { name: criteriaEditor.property }).click()
      await page.getByRole('option', { name: activity.properties.file, exact: true }).click()
      await panel.getByRole('combobox', { name: /file$/ }).selectOption('contains')
      await panel.getByRole('textbox', { name: criteriaEditor.value }).fill('catalogue')
      await panel.getByText(/catalogue/).waitFor()
      await panel.getByLabel(say.definitions.points, { exact: true }).fill('15')
      await expectGood(page)
      await panel.getByRole('button', { name: draft.ready }).click()

      const drafted = async () =>
        (await (await page.request.get(`${program.url}/api/definitions/draft`)).json()).draft?.score
          .engagement
      const on = {
        did: ['file_downloaded'],
        where: [{ property: 'file', op: 'contains', value: 'catalogue' }],
      }
      await expect.poll(drafted, soon).toContainEqual(expect.objectContaining({ points: 15, on }))
      await post(page, 'DELETE', '/definitions/draft')
      await page.close()
    },
  )

  test('a funnel is added, called otherwise, removed and brought back', slow, async () => {
    const { funnels } = say
    const page = await come('/definitions')
    await page.getByRole('button', { name: funnels.add }).click()
    const dialog = page.getByRole('dialog')
    await expectGood(page)
    await dialog.getByRole('textbox', { name: funnels.name, exact: true }).fill('Farolas')
    await dialog.getByRole('button', { name: say.draft.add, exact: true }).click()
    await page.waitForURL('**/definitions?funnel=*')
    const address = page.url()
    const choice = page.getByRole('radiogroup', { name: funnels.title })
    await choice.getByText('Farolas', { exact: true }).waitFor()
    await expectGood(page)

    await act('Farolas', funnels.rename)
    await dialog.getByRole('textbox', { name: funnels.name, exact: true }).fill('Faroles')
    await dialog.getByRole('button', { name: say.ui.save, exact: true }).click()
    await choice.getByText('Faroles', { exact: true }).waitFor()
    await act('Faroles', funnels.remove)
    await choice.getByText('Faroles', { exact: true }).waitFor({ state: 'detached' })
    const removed = page
      .getByRole('alert')
      .filter({ hasText: funnels.removed.replace('{{name}}', 'Faroles') })
    await removed.getByRole('button', { name: say.ui.undo }).click()

    await choice.getByText('Faroles', { exact: true }).waitFor()
    await expectGood(page)
    await page.goto(address)
    await act('Faroles', funnels.remove)
    await choice.getByText('Faroles', { exact: true }).waitFor({ state: 'detached' })
    await page.close()

    async function act(name: string, what: string) {
      await page.getByRole('button', { name: funnels.more.replace('{{name}}', name) }).click()
      await page.getByRole('menuitem', { name: what }).click()
    }
  })

  test(
    'the menu leads to the report of disqualifications, and a reason to whom it counts',
    slow,
    async () => {
      const { disqualifiedReport } = say
      const page = await come('/guide')
      const id = await calls(page)
      await post(page, 'PUT', `/contacts/${id}/disqualification`, { reason: 'no_budget' })
      const menu = page.getByRole('navigation', { name: say.app.navigation.label })
      const isPhone = look.width < 500
      if (isPhone) await menu.getByRole('button', { name: say.app.navigation.more }).click()
      const places = isPhone ? page.getByRole('dialog') : menu
      await places.getByRole('link', { name: say.app.navigation.reports, exact: true }).click()

      await page.getByRole('heading', { level: 1, name: disqualifiedReport.title }).waitFor()
      const reasons = page.getByRole('region', { name: disqualifiedReport.reasons })
      await reasons.waitFor()
      await expectGood(page)
      await reasons.getByRole('link', { name: say.qualification.reasons.no_budget }).click()

      await page.waitForURL('**/contacts?where=**')
      await page
        .getByRole('row', { name: /Joan Puig/ })
        .first()
        .waitFor()
      await page.close()
    },
  )
})
