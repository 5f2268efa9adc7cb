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
    const ended = new Promise<void>(resolve => {
      stream.onAbort(resolve)
      stopping.addEventListener('abort', () => resolve(), { once: true })
    })
    const unsubscribe = live.subscribe(
      workspaceId,
      news => void stream.writeSSE({ data: JSON.stringify(news) }),
    )
    await stream.writeSSE({ event: 'ready', data: '', retry: 1000 })
    while (!stream.aborted && !stopping.aborted && Date.now() < until) {
      await Promise.race([ended, pause(beat)])
      if (!stream.aborted) await stream.write(': \n\n')
    }
    unsubscribe()
  })
}
