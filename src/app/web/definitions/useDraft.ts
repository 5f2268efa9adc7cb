import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { changesBetween, type Definitions } from '../../../lifecycle/definitionChanges.ts'
import { problemOf } from '../../../ui/client.ts'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { type Definition, useDefinitions } from './useDefinitions.ts'
import {
  type Change,
  changed,
  type Kept,
  madeAgain,
  nothingWritten,
  refused,
  saved as savedNow,
  seen,
  undone,
  type Writing,
} from './writing.ts'

const saveAfter = 500
const { queryKey: draftKey } = api.lifecycle.draft.queryOptions({ input: {} })

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
 * steps are taken back one by one, until somebody else saves.
 */
export function useDraft(funnel: Definition) {
  const saved = useSavedDraft()
  const inForce = useMemo(() => ({ lifecycle: funnel.lifecycle, score: funnel.score }), [funnel])
  const kept = useMemo((): Kept => {
    const { lifecycle, score, revision = 0 } = { ...inForce, ...saved?.draft }
    return { definitions: { lifecycle, score }, revision }
  }, [inForce, saved?.draft])
  const { writing, change, isSaving } = useWriting(funnel, kept)
  const shown: Definitions = writing.own ?? kept.definitions
  const below = useRef(kept)
  below.current = kept
  const edit = useCallback((how: Change) => change(now => changed(now, below.current, how)), [change])
  const undo = useCallback(() => change(undone), [change])
  const takeUpAgain = useCallback(() => change(now => madeAgain(now, below.current)), [change])
  const leaveAside = useCallback(() => change(now => ({ ...now, setAside: [] })), [change])
  const forget = useCallback(() => change(() => nothingWritten), [change])
  const changes = useMemo(() => changesBetween(inForce, shown), [inForce, shown])
  return {
    ...{ inForce, shown, changes, edit, undo, forget, isSaving, canUndo: writing.past.length > 0 },
    ...{ setAside: writing.setAside, takeUpAgain, leaveAside },
    saved: saved?.draft,
    inForceVersions: { lifecycleVersion: funnel.lifecycleVersion, scoreVersion: funnel.scoreVersion },
    flaws: saved?.flaws ?? [],
  }
}

/** What is written here, saved a moment after each change, one save after the other. */
function useWriting(funnel: Definition, { revision }: Kept) {
  const [writing, setWriting] = useState(nothingWritten)
  // Before it is drawn: a save that comes back now must not take it for saved.
  const latest = useRef(writing)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const put = useCallback((next: Writing) => {
    latest.current = next
    setWriting(next)
  }, [])
  const { send, isSaving, newestRevision } = useSending(funnel, latest, put)
  const sendSoon = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void send.current(), saveAfter)
  }, [send])
  const change = useCallback(
    (how: (writing: Writing) => Writing) => {
      const { own } = latest.current
      put(how(latest.current))
      if (latest.current.own && latest.current.own !== own) sendSoon()
    },
    [put, sendSoon],
  )
  useEffect(() => {
    // While a save is under way its revision is not known to be one's own.
    if (!isSaving) put(seen(latest.current, newestRevision() ?? revision))
  }, [isSaving, newestRevision, revision, put])
  useEffect(() => () => void send.current(), [send])
  return { writing, change, isSaving: isSaving || writing.own !== undefined }
}

type Latest = { current: Writing }

function useSending(funnel: Definition, latest: Latest, put: (writing: Writing) => void) {
  const queries = useQueryClient()
  const toasts = useToasts()
  const [isSaving, setSaving] = useState(false)
  const busy = useRef(false)
  const versions = { lifecycleVersion: funnel.lifecycleVersion, scoreVersion: funnel.scoreVersion }
  const newest = useCallback(
    () => queries.getQueryData<{ draft?: typeof versions & { revision: number } }>(draftKey)?.draft,
    [queries],
  )
  const send = useRef(async () => {})
  send.current = async () => {
    const { current: sent } = latest
    if (!sent.own || busy.current) return
    busy.current = true
    setSaving(true)
    const { lifecycleVersion, scoreVersion } = newest() ?? versions
    const basedOn = { lifecycleVersion, scoreVersion }
    try {
      const answer = await api.lifecycle.saveDraft.call({ ...sent.own, basedOn, revision: sent.revision })
      queries.setQueryData(draftKey, answer as never)
      put(savedNow(latest.current, sent, answer.draft.revision))
    } catch (error) {
      toasts.failed(error)
      if (problemOf(error)?.status === 409) put(refused(latest.current))
      await queries.invalidateQueries({ queryKey: draftKey })
    } finally {
      busy.current = false
      setSaving(false)
    }
    if (latest.current.own && latest.current.own !== sent.own)
      setTimeout(() => void send.current(), saveAfter)
  }
  const newestRevision = useCallback(() => newest()?.revision, [newest])
  return { send, isSaving, newestRevision }
}
