import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { texts } from '../../src/app/texts.ts'
import { translate } from '../../src/app/translate.ts'
import { openBrowser } from '../browser.ts'
import { expectGood, openWindow, startSetUp } from './session.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const deleted = { es: 'Plan contratado', en: 'Plan in use' }

test('a kept view is left by going back; one that asks for a deleted field opens without it, names it and lets go of it', {
  timeout: 180_000,
}, async () => {
  const locale = 'en'
  const say = texts[locale]
  const program = await startSetUp(locale)
  const window = await openWindow(browser, { locale, session: program.session })
  const page = await window.newPage()
  await page.goto(program.url)
  const send = (method: string, path: string, body?: object) =>
    page.evaluate(
      async ({ method, path, body }) => {
        const headers = { 'content-type': 'application/json' }
        return (await fetch(`/api${path}`, { method, headers, body: body && JSON.stringify(body) })).status
      },
      { method, path, body },
    )
  const plan = { key: 'plan', type: 'text', labelEs: deleted.es, labelEn: deleted.en }
  await send('POST', '/contacts/fields', plan)
  for (const [givenName, plan, tag] of [
    ['Ana', 'B', 'feria'],
    ['Berta', 'C', 'feria'],
    ['Clara', 'B', 'otra'],
  ])
    await send('POST', '/contacts', { fields: { givenName }, custom: { plan }, tags: [tag] })
  const where = {
    all: [
      { is: 'tag', anyOf: ['feria'] },
      { field: 'custom.plan', op: 'is', value: 'B' },
    ],
  }
  const address = new URLSearchParams({ where: JSON.stringify(where), columns: 'stage,custom.plan,tags' })
  const view = { screen: 'contacts', name: 'Plan B', params: { address: address.toString() } }
  await send('POST', '/views', view)
  await page.goto(`${program.url}/contacts`)
  const open = () => page.getByRole('button', { name: 'Plan B', exact: true }).click()
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) })
  await open()
  await row('Ana').waitFor()
  await row('Berta').waitFor({ state: 'detached' })
  await page.goBack()
  await row('Clara').waitFor()

  expect(await send('DELETE', '/contacts/fields/plan')).toBe(200)
  await page.goto(`${program.url}/contacts`)
  await open()

  await row('Berta').waitFor()
  await row('Ana').waitFor()
  await row('Clara').waitFor({ state: 'detached' })
  const names = say.criteria.quoted.replace('{{text}}', deleted[locale])
  const told = page.getByText(say.lists.gone.field_one.replace('{{names}}', names))
  await told.waitFor()
  await expectGood(page)
  await page.getByText(say.filter.deleted.replace('{{name}}', deleted[locale])).click()
  const editor = page.getByRole('dialog', { name: say.filter.title })
  await editor
    .getByText(translate(locale, 'errors.criteria.unknown_field', { field: 'plan' }))
    .first()
    .waitFor()
  await expectGood(page)
  await page.keyboard.press('Escape')
  await editor.waitFor({ state: 'detached' })

  await page.getByRole('button', { name: say.lists.gone.takeOut }).click()
  await told.waitFor({ state: 'detached' })
  await row('Clara').waitFor({ state: 'detached' })
  await page.getByText(say.lists.views.changed.replace('{{name}}', 'Plan B')).waitFor()
  await page.goto(`${program.url}/contacts`)
  await open()
  await row('Berta').waitFor()
  expect(await told.count()).toBe(0)
  await window.close()
  await program.stop()
})
