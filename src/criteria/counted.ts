import { questionOf } from '../contacts/questions.ts'
import type { Criteria } from './criteria.ts'

/** What answers a question that nobody asks: how often they came to the site. Undefined for those that are asked. */
export const countedWhen = (question: string): Criteria | undefined =>
  questionOf(question).isCounted && comesOften

const comesOften: Criteria = {
  any: [
    { did: ['page_viewed', 'key_page_viewed', 'site_visited'], atLeast: 3, withinDays: 90 },
    { field: 'custom.site_visits', op: 'atLeast', value: 3 },
  ],
}
