import { companyStories } from './companyStories.ts'
import { consumerStories } from './consumerStories.ts'
import {
  becomesInterested,
  browse,
  type DemoEvent,
  downloads,
  newsletters,
  type Story,
  subscribes,
  type Telling,
  talks,
  watches,
} from './tellings.ts'
import type { Market } from './words.ts'

export type StoryName = keyof typeof everywhere | keyof typeof companyStories

/** How often each story is told among people who may buy. */
export const shares: Record<Market, Record<StoryName, number>> = {
  b2b: {
    ...{ silent: 35, reader: 15.5, fan: 9, evaluating: 12, negotiating: 5.5, bought: 5.5, loyal: 4.5 },
    ...{ lapsed: 2, wentQuiet: 5, cameBack: 2.5, lost: 2.5, leftTheList: 2, scanned: 1 },
  },
  b2c: {
    ...{ silent: 36, reader: 16.5, fan: 6, evaluating: 12, negotiating: 5, bought: 7, loyal: 6 },
    ...{ lapsed: 2, wentQuiet: 5, cameBack: 3, lost: 3, leftTheList: 2, scanned: 1 },
  },
}

const strangers: StoryName[] = ['silent', 'reader', 'fan', 'leftTheList', 'scanned']

/** Whom we have talked with, and so know better. */
export const isKnownWell = (story: StoryName): boolean => !strangers.includes(story)

/** All that a person of this story did and was sent in the last 18 months, oldest first. */
export function eventsOf(story: StoryName, using: Omit<Telling, 'tell'>): DemoEvent[] {
  const told: DemoEvent[] = []
  stories[using.market][story]({
    ...using,
    tell(name, daysAgo, properties = {}, byRobot) {
      // Working hours, Monday to Sunday alike: mail is read at weekends too.
      const hour = (8 + using.random.next() * 11) / 24
      told.push({ name, daysAgo: Math.max(0, daysAgo), hour, properties, ...(byRobot && { byRobot }) })
    },
  })
  return told.sort((a, b) => a.hour - a.daysAgo - (b.hour - b.daysAgo))
}

const everywhere = {
  silent(telling) {
    const { tell, random, company } = telling
    const came = random.between(12, 540)
    if (random.chance(0.2)) tell('list_added', came, { list: company.lists.fair })
    else tell('imported', came, { file: company.lists.imported })
    if (random.chance(0.4)) newsletters(telling, Math.max(1, came - random.between(3, 60)), 3)
  },

  reader(telling) {
    const { tell, random, company } = telling
    const start = random.between(6, 540)
    const network = random.pick(company.networks)
    subscribes(telling, start)
    browse(telling, start, Math.max(0, start - random.between(10, 200)), random.between(3, 16))
    newsletters(telling, start, random.between(2, 12))
    if (random.chance(0.5)) downloads(telling, start, Math.max(0, start - 150))
    if (random.chance(0.3)) watches(telling, start, Math.max(0, start - 150))
    if (random.chance(0.2)) tell('social_liked', random.between(0, start), { network })
    if (random.chance(0.15))
      tell('event_registered', random.between(0, start), { event: random.pick(company.events) })
  },

  /** Reads all that we write and has not said a word yet. */
  fan(telling) {
    const { tell, random, company } = telling
    const start = random.between(10, 75)
    subscribes(telling, start)
    browse(telling, start, 1, random.between(9, 20))
    browse(telling, Math.min(start, 20), 0, random.between(4, 9))
    for (let times = random.between(2, 3); times > 0; times--) downloads(telling, start, 1)
    watches(telling, start, 1)
    if (random.chance(0.5))
      tell('event_registered', random.between(1, start), { event: random.pick(company.events) })
  },

  wentQuiet(telling) {
    const { tell, random, company } = telling
    const start = random.between(200, 330)
    becomesInterested(telling, start + 30, start)
    talks(telling, start, start - 18, 2)
    tell('call_made', start - 35, { summary: company.noAnswer })
    newsletters(telling, start - 35, 5)
  },

  /** Went quiet, and is here again. */
  cameBack(telling) {
    const { tell, random, company } = telling
    const first = random.between(290, 440)
    becomesInterested(telling, first + 30, first)
    talks(telling, first, first - 10, 1)
    const again = random.between(3, 84)
    browse(telling, again + 6, again, random.between(4, 9))
    downloads(telling, again + 3, again)
    tell('email_link_clicked', again, { subject: company.subjects.news, url: company.site })
    talks(telling, Math.max(1, again - 2), Math.max(1, again - 20), random.between(1, 2))
  },

  leftTheList(telling) {
    const { tell, random, company } = telling
    const start = random.between(70, 480)
    subscribes(telling, start)
    newsletters(telling, start, 4)
    tell('unsubscribed', start - random.between(20, 59), { list: company.lists.newsletter })
  },

  // A mail scanner opens every link within a second of arrival: it must promote nobody.
  scanned({ tell, random, company }) {
    const start = random.between(5, 90)
    tell('email_sent', start, { subject: company.subjects.news })
    for (let link = 0; link < 6; link++)
      tell('email_link_clicked', start, { url: `${company.site}/n/${link}` }, true)
  },
} satisfies Record<string, Story>

const stories: Record<Market, Record<StoryName, Story>> = {
  b2b: { ...everywhere, ...companyStories },
  b2c: { ...everywhere, ...consumerStories },
}
