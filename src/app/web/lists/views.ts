import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Kind } from '../../../contacts/fields.ts'
import { alike } from '../../../platform/alike.ts'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { isStill, plain, readView, toWorkOn, type View, writeView } from './view.ts'

const screens: Record<Kind, string> = { person: 'contacts', organization: 'organizations' }

/** The saved views of a list: one's own and the shared ones, and what keeps and removes them. */
export function useViews(kind: Kind) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const toasts = useToasts()
  const screen = screens[kind]
  const { data = [], error } = useQuery(api.contacts.views.queryOptions({ input: { screen } }))
  const refresh = () => queries.invalidateQueries({ queryKey: api.contacts.views.key() })

  const save = async ({ name, shared, address }: { name: string; shared: boolean; address: string }) => {
    const { id } = await api.contacts.addView.call({ screen, name, isShared: shared, params: { address } })
    toasts.done(t('lists.views.saved'))
    await refresh()
    return id
  }
  const remove = async (view: SavedView) => {
    await api.contacts.removeView.call({ id: view.id })
    toasts.done(t('lists.views.removed'), async () => {
      await save({ name: view.name, shared: view.shared, address: view.address })
    })
    await refresh()
  }
  const setAddress = async (id: string, address: string) => {
    await api.contacts.updateView.call({ id, params: { address } })
    await refresh()
  }
  const failing =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    (...args: A) =>
      work(...args).catch(error => {
        toasts.failed(error)
        return undefined
      })
  const acts = { save: failing(save), remove: failing(remove), setAddress: failing(setAddress) }
  return { views: data.map(shown), error, ...acts }
}

/** Writes a change of what is shown into the view that it is, for whoever made that view; it can be taken back. */
export function useViewInHand(kind: Kind, view: View, onChange: (view: Partial<View>) => void) {
  const { t } = useTranslation()
  const toasts = useToasts()
  const { views, setAddress } = useViews(kind)
  const began = views.find(({ id, isMine }) => id === view.saved && isMine)
  if (!began || !isStill(keptIn(began, kind), view)) return {}
  const keep = async (part: Partial<View>) => {
    const kept = writeView({ ...keptIn(began, kind), ...part, saved: undefined }, plain(kind))
    await setAddress(began.id, kept.toString())
    toasts.done(t('lists.views.changed', { name: began.name }), async () => {
      await setAddress(began.id, began.address)
      onChange(view)
    })
  }
  return { keep }
}

/** What is shown: the view that it began as while it still is that one, or the one everybody has; else nothing. */
export function useShownView(kind: Kind, view: View): { key: string; name: string } | undefined {
  const { t } = useTranslation()
  const { views } = useViews(kind)
  const usual = useToWorkOn()
  const began = views.find(({ id }) => id === view.saved)
  if (began && isStill(keptIn(began, kind), view)) return { key: began.id, name: began.name }
  const isToWorkOn = usual && view.where && alike(view.where, usual.where)
  return isToWorkOn ? { key: 'toWorkOn', name: t('lists.views.toWorkOn') } : undefined
}

/** The view of those to work on, by the definitions in force of the main funnel, once they are known. */
export function useToWorkOn() {
  const { data } = useQuery(api.lifecycle.definitions.queryOptions({ input: {} }))
  const main = data?.funnels.find(({ isMain }) => isMain)
  return main && toWorkOn(main.lifecycle.stages, main.score.contactFrom)
}

/** The view that was kept, as a list shows it. */
export const keptIn = ({ id, address }: SavedView, kind: Kind): View => ({
  ...readView(new URLSearchParams(address), plain(kind)),
  saved: id,
})

export type SavedView = { id: string; name: string; shared: boolean; isMine: boolean; address: string }

type Stored = Omit<SavedView, 'shared' | 'address'> & { isShared: boolean; params: Record<string, unknown> }

const shown = ({ id, name, isShared, isMine, params }: Stored): SavedView => ({
  ...{ id, name, shared: isShared, isMine },
  address: typeof params.address === 'string' ? params.address : '',
})
