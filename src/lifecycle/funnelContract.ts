import { z } from 'zod'
import { endpoint } from '../platform/endpoint.ts'
import { beginnings } from './beginnings.ts'

const key = z.string().min(1).max(63)
const word = z.string().trim().max(80)

/** What a funnel is called by its company. */
export const funnelName = z.strictObject({ es: word.min(1), en: word.min(1) })

/** The same as it is kept: empty while the funnel is called by the dictionary's word. */
export const keptFunnelName = z.strictObject({ es: word, en: word })

/** Which funnels there are; what they say is in the definitions. */
export const funnelContract = {
  addFunnel: endpoint({
    needs: 'definitions.manage',
    method: 'POST',
    path: '/funnels',
    summary: 'Adds a funnel, from scratch, ready-made for a line of business, or as a copy of another',
    description:
      'Its first stage is that of all who have not entered it. From scratch it has two stages, and the score of the main one.',
  })
    .input(
      z.strictObject({
        name: funnelName,
        begin: z.union([z.enum(beginnings), z.strictObject({ copyOf: key })]),
      }),
    )
    .output(z.object({ key: z.string() })),

  renameFunnel: endpoint({
    needs: 'definitions.manage',
    method: 'PATCH',
    path: '/funnels/{key}',
    summary: 'Calls a funnel by another name',
    description: 'With `was`, only while it is called that.',
  })
    .input(z.strictObject({ key, name: funnelName, was: keptFunnelName.optional() }))
    .output(z.object({})),

  orderFunnels: endpoint({
    needs: 'definitions.manage',
    method: 'PUT',
    path: '/funnels/order',
    summary: 'Puts all funnels into an order; the first is the main one',
    description:
      'Lists, filters and the Funnel page mean the main funnel when none is named, and every contact stands in it. Refuses an order in which definitions would ask in a circle.',
  })
    .input(z.strictObject({ keys: z.array(key).min(1).max(100) }))
    .output(z.object({})),

  removeFunnel: endpoint({
    needs: 'definitions.manage',
    method: 'DELETE',
    path: '/funnels/{key}',
    summary: 'Takes a funnel away; whoever was in it stays in the base and in the others',
    description:
      'Its history is kept. Refuses the main one, and one that other definitions or segments ask for.',
  })
    .input(z.object({ key }))
    .output(z.object({})),

  restoreFunnel: endpoint({
    needs: 'definitions.manage',
    method: 'POST',
    path: '/funnels/{key}/restore',
    summary: 'Brings a funnel that was taken away back, to where it was among the others',
  })
    .input(z.object({ key }))
    .output(z.object({})),
}
