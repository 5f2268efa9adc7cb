import type { Place } from './place.ts'
import { latencyRow, type Row, sampled } from './report.ts'

const searches = [
  'nunez',
  'etxeb',
  'contacto4711',
  'empresa42',
  'iñigo ruiz',
  'garcai',
  'begona pe',
  'empresa99.example',
]

/** The pages that people wait for, over HTTP, one request after another. */
export async function reading({ call }: Place, contacts: number): Promise<Row[]> {
  const where = {
    all: [
      { is: 'stage', anyOf: ['lead', 'prospect'] },
      { field: 'country', op: 'is', value: 'ES' },
    ],
  }
  const list = await sampled(100, () => call('POST', '/contacts/list', { kind: 'person', where, limit: 50 }))
  const search = await sampled(80, turn =>
    call('GET', `/contacts/search?text=${encodeURIComponent(searches[turn % searches.length] ?? '')}`),
  )
  const page = await sampled(80, turn => contactPage(call, 1 + ((turn * 104_729) % contacts)))
  return [
    latencyRow('first page of the list by score with a filter', list, 50),
    latencyRow('search', search, 100),
    latencyRow('contact page (facts, standing, points, timeline)', page, 100),
  ]
}

const contactPage = (call: Place['call'], number: number) => {
  const id = `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
  return Promise.all(
    ['', '/standing', '/points', '/events'].map(part => call('GET', `/contacts/${id}${part}`)),
  )
}
