import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { pause } from './cluster.ts'
import type { Live } from './live.ts'

// Proxies close what is silent for a minute; and who is signed in is asked again each time the browser reconnects.
const beat = 20_000
const longest = 15 * 60_000

/** Sends a workspace's news as server-sent events until the browser leaves, the program stops, or it is time to sign in anew. */
export function sendNews(c: Context, live: Live, workspaceId: string, stopping: AbortSignal) {
  return streamSSE(c, async stream => {
    const until = Date.now() + longest
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    const send = (message: Parameters<typeof stream.writeSSE>[0]) =>
      stream.writeSSE(message).catch(() => end())
    stream.onAbort(() => end())
    const stop = () => end()
    stopping.addEventListener('abort', stop)
    const unsubscribe = live.subscribe(workspaceId, news => void send({ data: JSON.stringify(news) }))
    try {
      await send({ event: 'ready', data: '', retry: 1000 })
      while (!stream.aborted && !stopping.aborted && Date.now() < until) {
        await Promise.race([ended, pause(beat)])
        if (!stream.aborted) await stream.write(': \n\n')
      }
    } finally {
      unsubscribe()
      stopping.removeEventListener('abort', stop)
    }
  })
}
