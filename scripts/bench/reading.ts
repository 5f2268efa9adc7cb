import type { Place } from './place.ts'
import { latencyRow, percentile, type Row, sampled } from './report.ts'

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

/** The pages that people wait for, over HTTP, one request after another, each beside the least that PostgreSQL must do for it. */
export async function reading(place: Place, contacts: number): Promise<Row[]> {
  const { call } = place
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
  const searched = await sampled(80, turn =>
    call('POST', '/contacts/list', { kind: 'person', text: searches[turn % searches.length], limit: 50 }),
  )
  const page = await sampled(80, turn => contactPage(call, 1 + ((turn * 104_729) % contacts)))
  const home = await sampled(40, () => call('GET', `/reports/funnel?from=${monthAgo()}`))
  const bare = await bareReading(place, contacts)
  const funnel = latencyRow('home: the funnel of 30 days', home, 1000)
  return [
    latencyRow('first page of the list by score with a filter', list, 50, bare.list),
    latencyRow('search', search, 100, bare.search),
    latencyRow('first page of the list by score, searched', searched, 300, bare.search),
    latencyRow('contact page (facts, standing, points, timeline)', page, 100, bare.page),
    // It counts everybody: what each contact adds must not grow.
    { ...funnel, each: (funnel.each ?? Number.NaN) / contacts },
  ]
}

const monthAgo = () => new Date(Date.now() - 30 * 86_400_000).toISOString()

const idOf = (number: number) => `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

const contactPage = (call: Place['call'], number: number) =>
  Promise.all(
    ['', '/standing', '/points', '/events'].map(part => call('GET', `/contacts/${idOf(number)}${part}`)),
  )

/** Medians in milliseconds. */
async function bareReading({ client, ctx: { workspaceId } }: Place, contacts: number) {
  const median = (samples: number[]) => percentile(samples, 0.5)
  const of = (table: string, column: string, number: number) =>
    client.query(`select * from ${table} where workspace_id = $1 and ${column} = $2`, [
      workspaceId,
      idOf(number),
    ])
  return {
    list: median(await sampled(50, () => client.query(bareList, [workspaceId]))),
    search: median(
      await sampled(40, turn =>
        client.query(bareSearch, [workspaceId, `%${searches[turn % searches.length]}%`]),
      ),
    ),
    page: median(
      await sampled(40, async turn => {
        const number = 1 + ((turn * 104_729) % contacts)
        await of('contacts', 'id', number)
        for (const table of ['identities', 'standings', 'moves', 'events'])
          await of(table, 'contact_id', number)
      }),
    ),
  }
}

const bareList = `
  select c.*, s.* from standings s join contacts c on c.workspace_id = s.workspace_id and c.id = s.contact_id
  where s.workspace_id = $1 and s.stage in ('lead', 'prospect') and c.kind = 'person' and c.country = 'ES' and c.deleted_at is null
  order by s.total desc, s.contact_id limit 50`

const bareSearch = `
  select id, display_name from contacts
  where workspace_id = $1 and deleted_at is null and search_text like normalised($2) limit 20`
