import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'

const state = z.object({
  /** How far the making has come, from 0 to 1; absent when there is no demo data. */
  share: z.number().min(0).max(1).optional(),
  /** There are contacts of the workspace's own; the demo data is hidden then, unless it is `shown`. */
  hasReal: z.boolean().optional(),
  shown: z.boolean().optional(),
})

export const demoContract = {
  state: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/demo',
    summary: 'Whether there is demo data, and how far its making has come',
  }).output(state),
  create: endpoint({
    needs: 'imports.run',
    method: 'POST',
    path: '/demo',
    summary: 'Make the demo data in the background, in place of any that is there',
  }).output(state),
  show: endpoint({
    needs: 'imports.run',
    method: 'PATCH',
    path: '/demo',
    summary: 'Show the demo data beside the workspace’s own, or hide it again',
  })
    .input(z.strictObject({ shown: z.boolean() }))
    .output(state),
  remove: endpoint({
    needs: 'imports.run',
    method: 'DELETE',
    path: '/demo',
    summary: 'Remove all demo data',
  }).output(state),
}
