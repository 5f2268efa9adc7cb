import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { Kind } from '../../../contacts/fields.ts'
import type { Criteria } from '../../../criteria/criteria.ts'
import { criteriaSchema } from '../../../criteria/criteria.ts'
import { useAccess } from '../../../ui/access.ts'
import type { TableSort } from '../../../ui/VirtualTable.tsx'

/** What a list shows; all of it is in the address, so that it can be shared and kept. */
export type View = {
  text: string
  where: Criteria | undefined
  sort: TableSort
  columns: string[]
  /** The saved view that it began as. */
  saved: string | undefined
}

const defaultColumns: Record<Kind, string[]> = {
  person: ['stage', 'total', 'temperature', 'lastSignal', 'organization', 'email', 'ownerId', 'tags'],
  organization: ['stage', 'total', 'temperature', 'lastSignal', 'sector', 'people', 'city', 'tags'],
}

const defaultSort: TableSort = { by: 'total', direction: 'desc' }

/** Where "contact" means who has not bought yet, the list begins without customers; the filter can be taken off. */
export const notCustomers: Criteria = {
  is: 'stage',
  anyOf: ['none', 'contact', 'lead', 'prospect', 'potential_customer'],
}

/** First click on these headings puts the largest or newest first. */
const descendsFirst = new Set(['total', 'fit', 'engagement', 'createdAt', 'updatedAt', 'lastSignal', 'since'])

/** The list's view out of the address, and what changes it. */
export function useView(kind: Kind) {
  const [params, setParams] = useSearchParams()
  const { contactMeans } = useAccess().workspace
  const usual = kind === 'person' && contactMeans === 'not_customers' ? notCustomers : undefined
  const view = useMemo(() => readView(kind, params, usual), [kind, params, usual])
  const change = useCallback(
    (part: Partial<View>) =>
      setParams(before => writeView(kind, { ...readView(kind, before, usual), ...part }, usual), {
        replace: true,
      }),
    [kind, usual, setParams],
  )
  const sortBy = useCallback(
    (by: string) => change({ sort: { by, direction: nextDirection(view.sort, by) } }),
    [change, view.sort],
  )
  return { view, change, sortBy }
}

function nextDirection(sort: TableSort, by: string): TableSort['direction'] {
  if (sort.by === by) return sort.direction === 'asc' ? 'desc' : 'asc'
  return descendsFirst.has(by) ? 'desc' : 'asc'
}

/** A view from the parameters of an address; what is not understood counts as not given. `usual` is the filter where none is named. */
export function readView(kind: Kind, params: URLSearchParams, usual?: Criteria): View {
  const sort = params.get('sort')
  return {
    text: params.get('q') ?? '',
    where: params.has('where') ? readCriteria(params.get('where')) : usual,
    sort: sort
      ? { by: sort.replace('-', ''), direction: sort.startsWith('-') ? 'desc' : 'asc' }
      : defaultSort,
    columns: params.get('columns')?.split(',').filter(Boolean) ?? defaultColumns[kind],
    saved: params.get('view') ?? undefined,
  }
}

/** The parameters of a view; what is as it would be anyway is left out. */
export function writeView(kind: Kind, view: View, usual?: Criteria): URLSearchParams {
  const sort = `${view.sort.direction === 'desc' ? '-' : ''}${view.sort.by}`
  const columns = view.columns.join(',')
  const given = {
    q: view.text,
    where: writtenWhere(view.where, usual),
    sort: sort === '-total' ? '' : sort,
    columns: columns === defaultColumns[kind].join(',') ? '' : columns,
    view: view.saved ?? '',
  }
  return new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''))
}

/** No filter has to be said where there usually is one. */
function writtenWhere(where: Criteria | undefined, usual: Criteria | undefined): string {
  const [own, other] = [where, usual].map(each => (each ? JSON.stringify(each) : ''))
  if (own === other) return ''
  return own || 'everybody'
}

function readCriteria(text: string | null): Criteria | undefined {
  if (!text) return undefined
  try {
    return criteriaSchema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
