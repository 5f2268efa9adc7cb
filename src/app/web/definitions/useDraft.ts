import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { changesBetween, type Definitions } from '../../../lifecycle/definitionChanges.ts'
import { problemOf } from '../../../ui/client.ts'
import { takeAnswer } from '../../../ui/takeAnswer.ts'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { inputOf, useFunnelInput } from '../funnelInView.ts'
import type { Definition } from './useDefinitions.ts'
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

export type Editing = ReturnType<typeof useDraft>

export const DraftContext = createContext<Editing | undefined>(undefined)

/** The draft that the page shows and changes. */
export function useEditing(): Editing {
  const editing = useContext(DraftContext)
  if (!editing) throw new Error('useEditing outside the page of definitions')
  return editing
}

/** The draft of the funnel in view as it is kept. */
export const useSavedDraft = () =>
  useQuery(api.lifecycle.draft.queryOptions({ input: useFunnelInput() })).data

/** Whether it is known if there is one: what was written before would be refused, as if over somebody else's draft. */
export const useIsDraftKnown = () =>
  !useQuery(api.lifecycle.draft.queryOptions({ input: useFunnelInput() })).isPending

type Versions = Pick<Definition, 'lifecycleVersion' | 'scoreVersion'> &
  Partial<Pick<Definition, 'frameworkVersion'>>

/** What a save of the draft says that it is written from. */
export const versionsOf = ({ lifecycleVersion, scoreVersion, frameworkVersion }: Versions): Versions => ({
  ...{ lifecycleVersion, scoreVersion, frameworkVersion },
})

const inputFor = ({ isMain, key }: Definition) => inputOf(isMain ? undefined : key)

/**
 * The draft of a funnel: what is being written here, else what was saved, else what is in force. Each change is saved after a moment;
 * steps are taken back one by one, until somebody else saves.
 */
export function useDraft(funnel: Definition) {
  const saved = useSavedDraft()
  const inForce = useMemo(
    () => ({ lifecycle: funnel.lifecycle, score: funnel.score, framework: funnel.framework }),
    [funnel],
  )
  const kept = useMemo(() => keptOf(inForce, saved?.draft), [inForce, saved?.draft])
  const { writing, change, isSaving } = useWriting(funnel, kept)
  const shown: Definitions = writing.own ?? kept.definitions
  const below = useKeptNow(funnel, inForce)
  const edit = useCallback((how: Change) => change(now => changed(now, below(), how)), [change, below])
  const undo = useCallback(() => change(undone), [change])
  const takeUpAgain = useCallback(() => change(now => madeAgain(now, below())), [change, below])
  const leaveAside = useCallback(() => change(now => ({ ...now, setAside: [] })), [change])
  const forget = useCallback(() => change(() => nothingWritten), [change])
  const changes = useMemo(() => changesBetween(inForce, shown), [inForce, shown])
  return {
    ...{ inForce, shown, changes, edit, undo, forget, isSaving, canUndo: writing.past.length > 0 },
    ...{ setAside: writing.setAside, takeUpAgain, leaveAside },
    input: inputFor(funnel),
    saved: saved?.draft,
    basedOn: versionsOf(saved?.draft ?? funnel),
    flaws: saved?.flaws ?? [],
  }
}

type SavedDraft = NonNullable<ReturnType<typeof useSavedDraft>>['draft']

function keptOf(inForce: Definitions, draft: SavedDraft): Kept {
  const { lifecycle, score, revision = 0 } = { ...inForce, ...draft }
  // None where the draft has none: what is in force may be another by the time that it is saved.
  return { definitions: { lifecycle, score, framework: draft?.framework }, revision }
}

/** As it is kept at the instant of a change: a save may have come back that is not drawn yet. */
function useKeptNow(funnel: Definition, inForce: Definitions): () => Kept {
  const queries = useQueryClient()
  const { queryKey } = api.lifecycle.draft.queryOptions({ input: inputFor(funnel) })
  const key = useRef(queryKey)
  key.current = queryKey
  return useCallback(
    () => keptOf(inForce, queries.getQueryData<{ draft?: SavedDraft }>(key.current)?.draft),
    [queries, inForce],
  )
}

/**
 * What is written here, saved a moment after each change, one save after the other. It outlives the page: what is refused once one
 * has left is there when one comes back.
 */
function useWriting(funnel: Definition, { revision }: Kept) {
  const { writing, latest, put } = useKeptWriting(funnel)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
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
    [latest, put, sendSoon],
  )
  useEffect(() => {
    // While a save is under way its revision is not known to be one's own.
    if (!isSaving && latest.current.past.length) put(seen(latest.current, newestRevision ?? revision))
  }, [isSaving, newestRevision, revision, latest, put])
  useEffect(() => {
    // What could not be saved before one left is tried again.
    void send.current()
    return () => void send.current()
  }, [send])
  return { writing, change, isSaving: isSaving || writing.own !== undefined }
}

/** Beside the answers of the server, and forgotten with them when somebody signs out. Read as it is now, also before it is drawn. */
function useKeptWriting({ id }: Definition) {
  const queries = useQueryClient()
  const { queryKey, ...kept } = useMemo(() => writingKept(id), [id])
  const { data: writing = nothingWritten } = useQuery({ queryKey, ...kept })
  const put = useCallback((next: Writing) => queries.setQueryData(queryKey, next), [queries, queryKey])
  const latest = useMemo(
    (): Latest => ({
      get current() {
        return queries.getQueryData<Writing>(queryKey) ?? nothingWritten
      },
    }),
    [queries, queryKey],
  )
  return { writing, latest, put }
}

const writingKept = (funnelId: string) => ({
  queryKey: ['writing', funnelId],
  queryFn: (): Writing => nothingWritten,
  ...{ enabled: false, structuralSharing: false, gcTime: Number.POSITIVE_INFINITY },
})

/** The funnels of which a save is under way: one that was begun before one left goes on. */
const busy = new Set<string>()

type Latest = { readonly current: Writing }

function useSending(funnel: Definition, latest: Latest, put: (writing: Writing) => void) {
  const queries = useQueryClient()
  const toasts = useToasts()
  const [isSaving, setSaving] = useState(false)
  const input = inputFor(funnel)
  const { queryKey: draftKey } = api.lifecycle.draft.queryOptions({ input })
  const newest = () => queries.getQueryData<{ draft?: Versions & { revision: number } }>(draftKey)?.draft
  const send = useRef(async () => {})
  send.current = async () => {
    const { current: sent } = latest
    if (!sent.own || busy.has(funnel.id)) return
    busy.add(funnel.id)
    setSaving(true)
    const basedOn = versionsOf(newest() ?? funnel)
    try {
      const answer = await api.lifecycle.saveDraft.call({
        ...input,
        ...sent.own,
        basedOn,
        revision: sent.revision,
      })
      await takeAnswer(queries, draftKey, answer)
      put(savedNow(latest.current, sent, answer.draft.revision))
    } catch (error) {
      toasts.failed(error)
      if (problemOf(error)?.status === 409) put(refused(latest.current))
      await queries.invalidateQueries({ queryKey: draftKey })
    } finally {
      busy.delete(funnel.id)
      setSaving(false)
    }
    if (latest.current.own && latest.current.own !== sent.own)
      setTimeout(() => void send.current(), saveAfter)
  }
  return { send, isSaving, newestRevision: newest()?.revision }
}
