import {
  afterSale,
  asks,
  becomesInterested,
  priceOf,
  purchase,
  recently,
  type Story,
  type Telling,
  talks,
} from './tellings.ts'

/** How a company buys: with demonstrations, proposals and more than one talk. */
export const companyStories = {
  evaluating(telling) {
    const { tell, random, company } = telling
    const start = recently(random, 5, 125)
    becomesInterested(telling, start + random.between(5, 60), start)
    talks(telling, start, 1, random.between(2, 4))
    const product = company.products[0].name
    if (random.chance(0.5)) tell('demo_requested', random.between(1, start), { product })
    if (random.chance(0.2)) asks(telling, random.between(1, start))
    if (random.chance(0.3)) tell('material_sent', random.between(1, start), { material: company.material })
  },

  negotiating(telling) {
    const { tell, random, company } = telling
    const sent = recently(random, 1, 45)
    const start = sent + random.between(18, 45)
    becomesInterested(telling, start + random.between(10, 50), start)
    talks(telling, start, sent + 6, 2)
    tell('demo_given', sent + random.between(6, 14), { subject: company.demonstration })
    if (random.chance(0.9))
      tell('proposal_requested', sent + random.between(1, 4), { product: company.products[0].name })
    proposes(telling, sent)
    if (random.chance(0.6)) tell('proposal_viewed', sent - 1, { offer: company.products[0].name })
    talks(telling, sent, 0, random.between(2, 4))
  },

  bought: telling => buys(telling, recently(telling.random, 4, 300)),

  loyal(telling) {
    const { tell, random, company } = telling
    const first = random.between(220, 400)
    buys(telling, first)
    for (let day = first - 100; day > 5; day -= random.between(60, 150))
      purchase(telling, day, random.pick(company.extras))
    const { survey } = company
    tell('survey_answered', random.between(5, first - 60), { survey, score: random.between(8, 10) })
    if (random.chance(0.9)) talks(telling, 45, 1, random.between(2, 5))
    if (random.chance(0.4)) asks(telling, random.between(1, 40))
    if (random.chance(0.6))
      tell('recommended', random.between(5, 120), { to: random.pick(company.recommendedTo) })
  },

  lapsed: telling => buys(telling, telling.random.between(385, 420)),

  lost(telling) {
    const { tell, random, company } = telling
    const start = random.between(60, 400)
    becomesInterested(telling, start + 60, start)
    talks(telling, start, start - 15, 2)
    proposes(telling, start - 18)
    tell('proposal_rejected', start - 30, { reason: random.pick(company.lostReasons) })
  },
} satisfies Record<string, Story>

function buys(telling: Telling, day: number) {
  const { tell, random, company } = telling
  becomesInterested(telling, day + random.between(50, 110), day + 45)
  talks(telling, day + 44, day + 25, 2)
  tell('demo_given', day + 24, { subject: company.demonstration })
  proposes(telling, day + 12)
  tell('proposal_accepted', day + 1, { offer: company.products[0].name })
  purchase(telling, day, company.products[0])
  talks(telling, day, Math.max(0, day - 30), random.between(0, 2))
  afterSale(telling, day)
}

function proposes({ tell, random, company, currency }: Telling, day: number) {
  const [product] = company.products
  tell('proposal_sent', day, { amount: priceOf(random, product), currency, offer: product.name })
}
