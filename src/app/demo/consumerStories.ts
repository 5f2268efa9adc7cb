import {
  afterSale,
  asks,
  becomesInterested,
  browse,
  purchase,
  recently,
  type Story,
  type Telling,
  talks,
} from './tellings.ts'

/** How people buy for themselves: a question or two, a place held, an order. */
export const consumerStories = {
  evaluating(telling) {
    const { tell, random, company } = telling
    const start = recently(random, 5, 150)
    becomesInterested(telling, start + random.between(35, 60), start + 31)
    talks(telling, start, start, 1)
    if (random.chance(0.5))
      tell('event_registered', random.between(1, start), { event: random.pick(company.events) })
    browse(telling, start, 1, random.between(4, 12))
  },

  negotiating(telling) {
    const { random } = telling
    const held = recently(random, 1, 60)
    becomesInterested(telling, held + random.between(8, 30), held + random.between(2, 6))
    holdsAPlace(telling, held)
    asks(telling, held)
    talks(telling, held, 0, random.between(2, 4))
    browse(telling, held, 0, random.between(3, 8))
  },

  bought(telling) {
    const { random, company } = telling
    const day = random.between(2, 300)
    buys(telling, day)
    if (day > 40 && random.chance(0.4))
      purchase(telling, random.between(3, day - 20), random.pick(company.extras))
  },

  loyal(telling) {
    const { tell, random, company } = telling
    const first = random.between(220, 430)
    buys(telling, first)
    for (let day = first - 40; day > 3; day -= random.between(30, 110)) {
      purchase(telling, day, random.pick(random.chance(0.4) ? company.products : company.extras))
      browse(telling, day + 4, day, random.between(2, 6))
    }
    const { survey } = company
    tell('survey_answered', random.between(5, first - 60), { survey, score: random.between(8, 10) })
    if (random.chance(0.7)) talks(telling, 45, 1, random.between(1, 3))
    if (random.chance(0.6))
      tell('recommended', random.between(5, 120), { to: random.pick(company.recommendedTo) })
  },

  lapsed: telling => buys(telling, telling.random.between(385, 430)),

  lost(telling) {
    const { tell, random, company } = telling
    const start = random.between(60, 400)
    becomesInterested(telling, start + 20, start + 3)
    holdsAPlace(telling, start)
    if (random.chance(0.6)) return
    const product = random.pick(company.products)
    purchase(telling, start - 3, product)
    tell('refund', start - 20, { offer: product.name, reason: company.returned })
  },
} satisfies Record<string, Story>

function buys(telling: Telling, day: number) {
  const { random, company } = telling
  becomesInterested(telling, day + random.between(12, 50), day + 5)
  if (random.chance(0.5)) talks(telling, day + 4, day, random.between(1, 2))
  if (random.chance(0.4)) holdsAPlace(telling, day + 2)
  purchase(telling, day, random.pick(company.products))
  afterSale(telling, day)
}

function holdsAPlace({ tell, company }: Telling, day: number) {
  tell('email_sent', day, { subject: company.subjects.offer })
  tell('form_submitted', day, { form: company.quoteForm, purpose: 'quote' })
}
