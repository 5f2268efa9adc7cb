import type { EventName } from '../../activity/events.ts'
import type { Random } from './random.ts'
import type { Company, Market, Product } from './words.ts'

/** Something that happened so many days ago, at an hour of the day (a fraction of it). */
export type DemoEvent = {
  name: EventName
  daysAgo: number
  hour: number
  properties: Record<string, string | number | boolean>
  byRobot?: boolean
}

type Tell = (
  name: EventName,
  daysAgo: number,
  properties?: DemoEvent['properties'],
  byRobot?: boolean,
) => void

/** What a story is told with. Days count backwards from today: `from` is the earlier one, the larger number. */
export type Telling = { tell: Tell; random: Random; market: Market; company: Company; currency: string }

export type Story = (telling: Telling) => void

/** A day within so many, the last ones more often. */
export const recently = (random: Random, low: number, high: number) =>
  Math.min(random.between(low, high), random.between(low, high))

export function newsletters({ tell, random, company }: Telling, from: number, count: number) {
  const { newsletter: subject } = company.subjects
  for (let sent = 0; sent < count; sent++) {
    const day = from - sent * 30
    if (day < 1) return
    tell('email_sent', day, { subject })
    if (random.chance(0.45)) tell('email_opened', day, { subject })
  }
}

export function browse({ tell, random, company }: Telling, from: number, to: number, count: number) {
  for (let seen = 0; seen < count; seen++) {
    const [path, kind] = random.pick(company.pages)
    tell('page_viewed', random.between(to, from), { path, kind })
  }
  if (random.chance(0.5))
    tell('key_page_viewed', random.between(to, from), { path: random.pick(company.keyPages), kind: 'price' })
}

export function subscribes({ tell, company }: Telling, day: number) {
  tell('subscribed', day, { list: company.lists.newsletter })
}

export function downloads({ tell, random, company }: Telling, from: number, to: number) {
  tell('file_downloaded', random.between(to, from), { file: random.pick(company.downloads) })
}

export function watches({ tell, random, company }: Telling, from: number, to: number) {
  tell('video_watched', random.between(to, from), { title: random.pick(company.videos), share: 0.6 })
}

/** From the first visit to the click that says that they mean it. */
export function becomesInterested(telling: Telling, from: number, to: number) {
  const { tell, random, company } = telling
  const { guide: subject } = company.subjects
  subscribes(telling, from)
  browse(telling, from, to, random.between(5, 14))
  downloads(telling, from, to)
  tell('email_sent', to + 1, { subject })
  tell('email_link_clicked', to, { subject, url: `${company.site}${company.guidePath}` })
  if (random.chance(0.5)) tell('key_page_viewed', to, { path: company.keyPages[0] ?? '/', kind: 'price' })
}

const ways = {
  b2b: { call: 5, email_replied: 3, whatsapp_received: 2, meeting: 2, video_call: 2, chat: 0 },
  b2c: { call: 2, email_replied: 2, whatsapp_received: 5, meeting: 0, video_call: 0, chat: 3 },
}

export function talks(telling: Telling, from: number, to: number, count: number) {
  const { tell, random, market, company } = telling
  for (let talked = 0; talked < count; talked++) {
    const day = random.between(Math.min(to, from), from)
    const name = random.weighted(ways[market])
    if (name === 'whatsapp_received') tell('whatsapp_sent', day, { summary: company.invitation })
    tell(name, day, { summary: random.pick(company.talks) })
  }
}

export function asks({ tell, random, company }: Telling, day: number) {
  if (random.chance(0.5)) tell('web_enquiry', day, { message: random.pick(company.questions) })
  else
    tell('social_question', day, {
      network: random.pick(company.networks),
      question: random.pick(company.questions),
    })
}

export function purchase({ tell, random, company, currency }: Telling, day: number, product: Product) {
  tell('purchase', day, {
    ...{ amount: priceOf(random, product), currency, line: company.line, offer: product.name },
    order: `${10_000 + random.between(1, 89_999)}`,
  })
}

/** To the hundred where it is thousands. */
export function priceOf(random: Random, { from, to }: Product): number {
  const price = random.between(from, to)
  return price > 1000 ? Math.round(price / 100) * 100 : price
}

/** What customers say and ask of us afterwards. */
export function afterSale({ tell, random, company }: Telling, day: number) {
  if (day > 20 && random.chance(0.4))
    tell('support_asked', day - 20, { subject: random.pick(company.subjects.support) })
  if (day > 35 && random.chance(0.4))
    tell('feedback_given', day - 35, { comment: random.pick(company.praise), score: random.between(6, 10) })
}
