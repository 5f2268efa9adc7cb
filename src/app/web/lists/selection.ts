import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableSelection } from '../../../ui/VirtualTable.tsx'
import type { ListedRow } from './rows.ts'

type Chosen = { of: string; ids: ReadonlySet<string>; everything: boolean }

const none: ReadonlySet<string> = new Set()

export type Selection = TableSelection & {
  ids: ReadonlySet<string>
  /** All that match, also those that have not been loaded. */
  everything: boolean
  chooseEverything: () => void
  clear: () => void
}

/** Which rows are chosen; another filter (`of`) begins with none. */
export function useSelection(rows: ListedRow[] = [], of = ''): Selection {
  const { t } = useTranslation()
  const [kept, setKept] = useState<Chosen>({ of, ids: none, everything: false })
  const chosen = kept.of === of ? kept : { of, ids: none, everything: false }
  const set = useCallback(
    (ids: Iterable<string>, everything = false) => setKept({ of, ids: new Set(ids), everything }),
    [of],
  )
  const loaded = useMemo(() => rows.map(({ id }) => id), [rows])
  const isSelected = (id: string) => chosen.everything || chosen.ids.has(id)
  return {
    ids: chosen.ids,
    everything: chosen.everything,
    isSelected,
    all: loaded.length > 0 && loaded.every(isSelected),
    some: chosen.everything || chosen.ids.size > 0,
    toggle: id => {
      const ids = new Set(chosen.everything ? loaded : chosen.ids)
      if (!ids.delete(id)) ids.add(id)
      set(ids)
    },
    toggleAll: () => set(loaded.every(isSelected) ? [] : loaded),
    chooseEverything: () => set(loaded, true),
    clear: () => set([]),
    labels: { row: name => t('lists.select', { name }), all: t('lists.selectAll') },
  }
}
