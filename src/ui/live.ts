import type { QueryClient } from '@tanstack/react-query'

/** What the program says over /api/live: something of this topic changed, perhaps only these ids; `*` is anything. */
export type Change = { topic: string; ids?: string[] }

/** Which queries a topic makes stale: the first parts of their keys (`['contacts']`, `['contacts', 'get']`). */
export type Followed = Record<string, readonly (readonly string[])[]>

const gather = 150
const longestWait = 30_000

/**
 * Listens for changes and refetches what they touch; many changes within 150 ms are one refetch. After a lost
 * connection it comes back by itself (waits double up to 30 s) and refetches everything, since changes were missed.
 * Returns what stops it.
 */
export function followChanges(queries: QueryClient, followed: Followed): () => void {
  const pending = new Set<string>()
  let source: EventSource | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let flush: ReturnType<typeof setTimeout> | undefined
  let wait = 1000
  let wasLost = false

  function connect() {
    source = new EventSource('/api/live')
    source.onopen = () => {
      wait = 1000
      if (wasLost) void queries.invalidateQueries()
      wasLost = false
    }
    source.onmessage = message => collect(topicOf(message.data))
    source.onerror = () => {
      source?.close()
      wasLost = true
      retry = setTimeout(connect, wait)
      wait = Math.min(wait * 2, longestWait)
    }
  }

  function collect(topic: string | undefined) {
    if (topic) pending.add(topic)
    flush ??= setTimeout(refetch, gather)
  }

  function refetch() {
    flush = undefined
    const all = pending.has('*')
    const touched = [...pending].flatMap(topic => followed[topic] ?? [[topic]])
    pending.clear()
    if (all) return void queries.invalidateQueries()
    for (const path of touched) void queries.invalidateQueries({ queryKey: [path] })
  }

  connect()
  return () => {
    source?.close()
    clearTimeout(retry)
    clearTimeout(flush)
  }
}

function topicOf(data: string): string | undefined {
  try {
    return (JSON.parse(data) as Change).topic
  } catch {
    return undefined
  }
}
