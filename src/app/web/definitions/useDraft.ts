import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { alike, changesBetween, type Definitions } from '../../../lifecycle/definitionChanges.ts'
import { problemOf } from '../../../ui/client.ts'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { type Definition, useDefinitions } from './useDefinitions.ts'

const saveAfter = 500

export type Editing = ReturnType<typeof useDraft>

export const DraftContext = createContext<Editing | undefined>(undefined)

/** The draft that the page shows and changes. */
export function useEditing(): Editing {
  const editing = useContext(DraftContext)
  if (!editing) throw new Error('useEditing outside the page of definitions')
  return editing
}

/** The main funnel, once it is known. */
export const useMainFunnel = () => useDefinitions().data?.funnels[0]

export const useSavedDraft = () => useQuery(api.lifecycle.draft.queryOptions({ input: {} })).data

/**
 * The draft of a funnel: what is being written here, else what was saved, else what is in force. Each change is saved after a moment;
 * steps are taken back one by one.
 */
export function useDraft(funnel: Definition) {
  const kept = useSavedDraft()
  const [own, setOwn] = useState<Definitions>()
  const [past, setPast] = useState<Definitions[]>([])
  const inForce = useMemo(() => ({ lifecycle: funnel.lifecycle, score: funnel.score }), [funnel])
  const saved = useMemo(
    () => kept?.draft && { lifecycle: kept.draft.lifecycle, score: kept.draft.score },
    [kept?.draft],
  )
  const shown: Definitions = own ?? saved ?? inForce
  const latest = useRef(shown)
  latest.current = shown
  const { save, isSaving } = useSaving(funnel, own, setOwn)
  const write = useCallback(
    (next: Definitions) => {
      latest.current = next
      setOwn(next)
      save(next)
    },
    [save],
  )
  const edit = useCallback(
    (change: (definitions: Definitions) => Definitions) => {
      const before = latest.current
      const next = change(before)
      if (alike(before, next)) return
      setPast(steps => [...steps.slice(-99), before])
      write(next)
    },
    [write],
  )
  const undo = useCallback(() => {
    const before = past.at(-1)
    if (!before) return
    setPast(past.slice(0, -1))
    write(before)
  }, [past, write])
  const changes = useMemo(() => changesBetween(inForce, shown), [inForce, shown])
  const forget = useCallback(() => {
    setOwn(undefined)
    setPast([])
  }, [])
  return {
    ...{ inForce, shown, changes, edit, undo, forget, isSaving, canUndo: past.length > 0 },
    saved: kept?.draft,
    inForceVersions: { lifecycleVersion: funnel.lifecycleVersion, scoreVersion: funnel.scoreVersion },
    flaws: kept?.flaws ?? [],
  }
}

/** Saves the newest of what is written here, one save after the other. */
function useSaving(funnel: Definition, own: Definitions | undefined, setOwn: (own: undefined) => void) {
  const queries = useQueryClient()
  const toasts = useToasts()
  const [isSaving, setSaving] = useState(false)
  const newest = useRef(own)
  newest.current = own
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const busy = useRef(false)
  const { queryKey } = api.lifecycle.draft.queryOptions({ input: {} })
  const versions = { lifecycleVersion: funnel.lifecycleVersion, scoreVersion: funnel.scoreVersion }
  const send = useRef(async () => {})
  send.current = async () => {
    const { current: sent } = newest
    if (!sent || busy.current) return
    busy.current = true
    setSaving(true)
    const saved = queries.getQueryData<{ draft?: typeof versions & { revision: number } }>(queryKey)?.draft
    const { lifecycleVersion, scoreVersion } = saved ?? versions
    try {
      const { lifecycle, score } = sent
      const basedOn = { lifecycleVersion, scoreVersion }
      const input = { lifecycle, score, basedOn, revision: saved?.revision ?? 0 }
      const answer = await api.lifecycle.saveDraft.call(input)
      queries.setQueryData(queryKey, answer as never)
      if (newest.current === sent) setOwn(undefined)
    } catch (error) {
      toasts.failed(error)
      // What somebody else wrote is shown; what was written here can be taken up again by hand.
      if (problemOf(error)?.status === 409) setOwn(undefined)
      await queries.invalidateQueries({ queryKey })
    } finally {
      busy.current = false
      setSaving(false)
    }
    if (newest.current && newest.current !== sent)
      timer.current = setTimeout(() => void send.current(), saveAfter)
  }
  const save = useCallback((next: Definitions) => {
    // Before it is drawn: a save that comes back now must not take it for saved.
    newest.current = next
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void send.current(), saveAfter)
  }, [])
  useEffect(() => () => void send.current(), [])
  return { save, isSaving: isSaving || own !== undefined }
}
