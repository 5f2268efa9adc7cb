import { matchRoutes } from 'react-router'
import { expect, test } from 'vitest'
import { readyMadeScore } from '../../../scoring/defaults.ts'
import { guidePages } from '../../../ui/guideTexts.ts'
import { routes } from '../router.tsx'
import { oursFound, theirsFound } from './finding.ts'
import { aloneIn, exampleOf, losses, strongest } from './liveScore.ts'
import { pages } from './pages.ts'
import { peopleWordsTexts } from './peopleWordsTexts.ts'
import { theirWordsTexts } from './theirWordsTexts.ts'
import { workWordsTexts } from './workWordsTexts.ts'

test('every link of the guide leads to a screen, and to a part that is there', () => {
  const links = guidePages.flatMap(page => linksIn(pages[page].es))

  expect(links.length).toBeGreaterThan(25)
  expect(links.filter(link => !leads(link))).toEqual([])
  expect(leads('/nowhere')).toBe(false)
})

test('both languages have the same links, numbers and emphasis in the same places', () => {
  const marks = (text: string) =>
    [...text.matchAll(/\]\([^)]+\)|\{\{\w+\}\}|\*\*[^*]+\*\*/g)]
      .map(([mark]) => (mark.startsWith('**') ? '**' : mark))
      .sort()
  const [es, en] = (['es', 'en'] as const).map(locale =>
    guidePages.flatMap(page => textsIn(pages[page][locale])),
  )

  expect(en?.map(marks)).toEqual(es?.map(marks))
  expect([...(es ?? []), ...(en ?? [])].filter(text => !text.trim())).toEqual([])
})

test('every page ends where it is done, and no two parts of a page share an address', () => {
  for (const page of guidePages) {
    const { doing, parts } = pages[page].es
    expect(doing.length, page).toBeGreaterThan(1)
    expect(new Set(parts.map(({ id }) => id)).size, page).toBe(parts.length)
  }
})

test('the example is counted with the rules in force, and cools as they say', () => {
  const score = readyMadeScore('b2b')

  const { facts, deeds, instants } = exampleOf(score)

  expect(facts.map(({ key }) => key)).toEqual(['size', 'decides', 'revenue'])
  expect(deeds.map(({ key }) => key)).toEqual(['form', 'proposal'])
  expect(instants).toEqual([
    { days: 0, fit: 55, engagement: 40, total: 48, temperature: 'warm' },
    { days: 30, fit: 55, engagement: 26, total: 41, temperature: 'warm' },
    { days: 60, fit: 55, engagement: 18, total: 37, temperature: 'cold' },
    { days: 120, fit: 55, engagement: 8, total: 32, temperature: 'cold' },
  ])
})

test('the guide says when fit or engagement alone would be enough to be hot', () => {
  const score = readyMadeScore('b2b')

  expect(aloneIn(score)).toMatchObject({ fit: 50, engagement: 50, hot: 70, takes: 'both' })
  expect(aloneIn({ ...score, fitShare: 80 })).toMatchObject({ fit: 80, takes: 'either' })
  expect([100, 0].map(fitShare => aloneIn({ ...score, fitShare }).takes)).toEqual([
    'onlyFit',
    'onlyEngagement',
  ])
  expect(losses(score).map(({ points }) => points)).toEqual([-50, -20, -20, -20, -20, -5])
  expect(strongest(score.engagement, 2).map(({ key }) => key)).toEqual(['proposal', 'demo'])
})

test('a word of another system is found by any part of it, without accents, and by the system that one comes from', () => {
  const ours = Object.values({ ...peopleWordsTexts.es, ...workWordsTexts.es })
  const theirs = Object.values(theirWordsTexts.es)
  const found = (query: string, system?: 'odoo' | 'salesforce') => [
    ...oursFound(ours, { query, system }).map(({ word }) => word),
    ...theirsFound(theirs, { query, system }).map(({ word }) => word),
  ]

  expect(found('mql')).toEqual(['Prospecto', 'MQL, calificado por marketing'])
  expect(found('organizacion account')).toContain('Organización')
  expect(found('iniciativa', 'odoo')).toEqual(['Lead'])
  expect(found('iniciativa', 'salesforce')).toEqual([])
  expect(found('')).toHaveLength(ours.length + theirs.length)
})

function leads(link: string): boolean {
  const [path = '', hash] = link.split('#')
  const last = matchRoutes(routes, path)?.at(-1)?.route
  if (!last || last.path === '*') return false
  const page = guidePages.find(each => path === `/guide/${each}`)
  if (path.startsWith('/guide/') && !page) return false
  if (!hash) return true
  return page
    ? pages[page].es.parts.some(({ id }) => id === hash)
    : path === '/definitions' && hash === 'score'
}

const linksIn = (content: object): string[] =>
  [...JSON.stringify(content).matchAll(/\]\((\/[^)]*)\)|"to":"([^"]+)"/g)].map(
    ([, inline, to]) => inline ?? to ?? '',
  )

const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(textsIn)
