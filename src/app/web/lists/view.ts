import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { Kind } from '../../../contacts/fields.ts'
import type { Criteria } from '../../../criteria/criteria.ts'
import { criteriaSchema } from '../../../criteria/criteria.ts'
import type { Stage } from '../../../lifecycle/model.ts'
import { alike } from '../../../platform/alike.ts'
import { useAccess } from '../../../ui/access.ts'
import type { TableSort } from '../../../ui/VirtualTable.tsx'
import { listOrders } from '../../lists/contract.ts'
import { useShowsOrganizations } from '../organizations.ts'

/** What a list shows; all of it is in the address, so that it can be shared and kept. */
export type View = {
  text: string
  where: Criteria | undefined
  sort: TableSort
  columns: string[]
  /** The saved view that it began as. */
  saved: string | undefined
  /** Parts of the address that say nothing and were left out. */
  unread: ('where' | 'sort')[]
}

const defaultColumns: Record<Kind, string[]> = {
  // As many as fit beside the menu at 1440 pixels.
  person: ['stage', 'total', 'temperature', 'lastSignal', 'organization', 'ownerId', 'tags'],
  organization: ['stage', 'total', 'temperature', 'sector', 'people', 'city', 'tags'],
}

const defaultSort: TableSort = { by: 'total', direction: 'desc' }

/** Where "contact" means who has not bought yet, the list begins without customers; the filter can be taken off. */
export const notCustomers: Criteria = {
  is: 'stage',
  anyOf: ['none', 'contact', 'lead', 'prospect', 'potential_customer'],
}

/** Those on whom a seller's next question is worth asking, the best score first: not yet customers, with sales, and with fit enough. */
export function toWorkOn(stages: Pick<Stage, 'key' | 'responsible'>[], contactFrom?: number) {
  const customer = stages.findIndex(({ key }) => key === 'customer')
  const theirs = stages
    .slice(0, customer)
    .filter(({ responsible }) => responsible === 'sales' || responsible === 'both')
    .map(({ key }) => key)
  const isOpen: Criteria = { is: 'verdict', anyOf: ['not_yet', 'research'] }
  const rules: Criteria[] = [
    ...(theirs.length ? [{ is: 'stage' as const, anyOf: theirs }] : []),
    isOpen,
    ...(contactFrom === undefined ? [] : [{ is: 'fit' as const, anyOf: ['enough'] }]),
  ]
  return {
    where: { all: rules },
    sort: defaultSort,
    columns: ['stage', 'verdict', 'total', 'temperature', 'lastSignal', 'organization', 'ownerId'],
  } satisfies Partial<View>
}

/** First click on these headings puts the largest or newest first. */
const descendsFirst = new Set(['total', 'createdAt', 'updatedAt', 'lastSignal', 'since'])

/** How a list begins: its filter where none is named, and its columns. */
type Usual = { where?: Criteria; columns: string[] }

/** As a saved view has it, whoever reads it. */
export const plain = (kind: Kind): Usual => ({ columns: defaultColumns[kind] })

function useUsual(kind: Kind): Usual {
  const { contactMeans } = useAccess().workspace
  const showsOrganizations = useShowsOrganizations()
  return useMemo(
    () => ({
      where: kind === 'person' && contactMeans === 'not_customers' ? notCustomers : undefined,
      columns: defaultColumns[kind].filter(key => key !== 'organization' || showsOrganizations),
    }),
    [kind, contactMeans, showsOrganizations],
  )
}

/** Whether a list still shows whom a kept view does: searching it, sorting it or choosing other columns makes no other view of it. */
export function isStill(kept: View, view: View): boolean {
  if (!alike(kept.where, view.where) || (kept.text && kept.text !== view.text)) return false
  return !!kept.where || !!kept.text || alike(kept.sort, view.sort)
}

/** The list's view out of the address, and what changes it. */
export function useView(kind: Kind) {
  const [params, setParams] = useSearchParams()
  const usual = useUsual(kind)
  const view = useMemo(() => readView(params, usual), [params, usual])
  const change = useCallback(
    (part: Partial<View>) =>
      // Another view is another page to come back from; a letter more of a search is not.
      setParams(before => writeView({ ...readView(before, usual), ...part }, usual), {
        replace: !('saved' in part),
      }),
    [usual, setParams],
  )
  const sortBy = useCallback(
    (by: string) => change({ sort: { by, direction: nextDirection(view.sort, by) } }),
    [change, view.sort],
  )
  return { view, isUsual: alike(view.where, usual.where), change, sortBy }
}

function nextDirection(sort: TableSort, by: string): TableSort['direction'] {
  if (sort.by === by) return sort.direction === 'asc' ? 'desc' : 'asc'
  return descendsFirst.has(by) ? 'desc' : 'asc'
}

/** A view from the parameters of an address; what is not understood counts as not given. */
export function readView(params: URLSearchParams, usual: Usual): View {
  const where = params.has('where') ? readCriteria(params.get('where')) : usual.where
  const sort = readSort(params.get('sort'))
  return {
    text: params.get('q') ?? '',
    where: where === unreadable ? undefined : where,
    sort: sort === unreadable ? defaultSort : sort,
    columns: params.get('columns')?.split(',').filter(Boolean) ?? usual.columns,
    saved: params.get('view') ?? undefined,
    // `filter` is what other programs call it.
    unread: [
      ...(where === unreadable || params.has('filter') ? (['where'] as const) : []),
      ...(sort === unreadable ? (['sort'] as const) : []),
    ],
  }
}

const unreadable = 'unreadable' as const

/** The parameters of a view; what is as it would be anyway is left out. */
export function writeView(view: View, usual: Usual): URLSearchParams {
  const sort = `${view.sort.direction === 'desc' ? '-' : ''}${view.sort.by}`
  const columns = view.columns.join(',')
  const given = {
    q: view.text,
    where: writtenWhere(view.where, usual.where),
    sort: sort === '-total' ? '' : sort,
    columns: columns === usual.columns.join(',') ? '' : columns,
    view: view.saved ?? '',
  }
  return new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''))
}

const everybody = 'everybody'

/** No filter has to be said where there usually is one. */
function writtenWhere(where: Criteria | undefined, usual: Criteria | undefined): string {
  const [own, other] = [where, usual].map(each => (each ? JSON.stringify(each) : ''))
  if (own === other) return ''
  return own || everybody
}

function readSort(text: string | null): TableSort | typeof unreadable {
  if (!text) return defaultSort
  const by = text.replace(/^-/, '')
  if (!listOrders.some(order => order === by)) return unreadable
  return { by, direction: text.startsWith('-') ? 'desc' : 'asc' }
}

function readCriteria(text: string | null): Criteria | undefined | typeof unreadable {
  if (!text || text === everybody) return undefined
  try {
    return criteriaSchema.parse(JSON.parse(text))
  } catch {
    return unreadable
  }
}
