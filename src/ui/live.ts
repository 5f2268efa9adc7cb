import { partialMatchKey, type Query, type QueryClient } from '@tanstack/react-query'

/** What the program says over /api/live: something of this topic changed, perhaps only these ids; `*` is anything. */
export type Change = { topic: string; ids?: string[] }

type Path = readonly string[]

export type Followed = {
  /** Which queries a topic makes stale: the first parts of their keys (`['contacts']`, `['contacts', 'get']`). */
  topics: Record<string, readonly Path[]>
  /** Queries about one record that also show others: stale too when something else of the topic changed. */
  showOthers: readonly Path[]
}

const gather = 150
const overviewsEvery = 2_000
const longestWait = 30_000

/**
 * Listens for changes and refetches what they touch. What shows one record is refetched at once, when it is among the ids; many
 * changes within 150 ms are one refetch. Lists and reports, which any change touches, are refetched at most every two seconds.
 * After a lost connection it comes back by itself (waits double up to 30 s) and refetches everything, since changes were missed.
 * Returns what stops it.
 */
export function followChanges(queries: QueryClient, followed: Followed): () => void {
  const stale = staleQueries(queries, followed)
  let source: EventSource | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let wait = 1000
  let wasLost = false

  function connect() {
    source = new EventSource('/api/live')
    source.onopen = () => {
      wait = 1000
      if (wasLost) void queries.invalidateQueries()
      wasLost = false
    }
    source.onmessage = message => stale.add(changeOf(message.data))
    source.onerror = () => {
      source?.close()
      wasLost = true
      retry = setTimeout(connect, wait)
      wait = Math.min(wait * 2, longestWait)
    }
  }

  connect()
  return () => {
    source?.close()
    clearTimeout(retry)
    stale.stop()
  }
}

/** Gathers changes: of records for a moment, of all that shows many for longer. */
function staleQueries(queries: QueryClient, { topics, showOthers }: Followed) {
  const pathsOf = ({ topic }: Change) => topics[topic] ?? [[topic]]
  const under = (paths: readonly Path[]) => (query: Query) =>
    paths.some(path => partialMatchKey(query.queryKey, [path]))
  const isTouched = (query: Query) => (change: Change) =>
    change.topic === '*' ||
    (under(pathsOf(change))(query) && (!change.ids || change.ids.includes(recordOf(query) ?? '')))

  const records = repeatedly(gather, 0, changes => {
    const predicate = (query: Query) =>
      recordOf(query) !== undefined && changes.some(change => isTouched(query)(change))
    void queries.invalidateQueries({ predicate })
  })
  const overviews = repeatedly(gather, overviewsEvery, changes => {
    const all = changes.some(change => change.topic === '*')
    const touched = under(changes.flatMap(pathsOf))
    const shows = under(showOthers)
    const isOverview = (query: Query) => recordOf(query) === undefined || shows(query)
    void queries.invalidateQueries({ predicate: query => isOverview(query) && (all || touched(query)) })
  })
  return {
    add(change: Change | undefined) {
      if (!change) return
      records.add(change)
      overviews.add(change)
    },
    stop() {
      records.stop()
      overviews.stop()
    },
  }
}

/** Hands over what was gathered, so long after the first of it and never twice within `every` milliseconds. */
function repeatedly(after: number, every: number, hand: (changes: Change[]) => void) {
  let gathered: Change[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = Number.NEGATIVE_INFINITY
  const flush = () => {
    timer = undefined
    last = Date.now()
    hand(gathered.splice(0))
  }
  return {
    add(change: Change) {
      gathered = [...gathered, change]
      timer ??= setTimeout(flush, Math.max(after, last + every - Date.now()))
    },
    stop: () => clearTimeout(timer),
  }
}

/** The id of the record that a query asks for, if it asks for one. */
function recordOf({ queryKey }: Query): string | undefined {
  const { input } = (queryKey[1] ?? {}) as { input?: { id?: string } }
  return input?.id
}

function changeOf(data: string): Change | undefined {
  try {
    return JSON.parse(data) as Change
  } catch {
    return undefined
  }
}
