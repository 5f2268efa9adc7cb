import { z } from 'zod'
import { endpoint, instant } from '../platform/endpoint.ts'

export const taskKinds = ['find_decider'] as const

export type TaskKind = (typeof taskKinds)[number]

const id = z.uuid()

const task = z.object({
  id,
  kind: z.enum(taskKinds),
  contactId: id,
  contactName: z.string(),
  contactKind: z.enum(['person', 'organization']),
  dueAt: z.date(),
  isOverdue: z.boolean(),
  assigneeId: id.nullable(),
  /** Empty: nobody, or somebody who has left. */
  assigneeName: z.string(),
  madeByName: z.string(),
  madeAt: z.date(),
})

export type Task = z.infer<typeof task>

export const tasksContract = {
  open: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/tasks',
    summary: 'Open tasks, the most urgent first: everybody’s, or one’s own with those that are nobody’s',
  })
    .input(
      z.object({ mine: z.boolean().default(false), limit: z.number().int().min(1).max(200).default(50) }),
    )
    .output(z.object({ tasks: z.array(task), all: z.number().int() })),

  of: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/contacts/{id}/tasks',
    summary: 'What is still to be done about a contact',
  })
    .input(z.object({ id }))
    .output(z.array(task)),

  add: endpoint({
    needs: 'contacts.write',
    method: 'POST',
    path: '/contacts/{id}/tasks',
    summary: 'A new task about a contact',
    description:
      'One act, which can be undone. `find_decider` is done by itself as soon as somebody of the same organisation is known to decide; and open again once nobody is, with as many days as it had; a contact has one open at a time. `assigneeId` is a member of the workspace, `null` for nobody.',
    successStatus: 201,
  })
    .input(
      z.strictObject({
        id,
        kind: z.enum(taskKinds),
        dueAt: instant,
        assigneeId: id.nullable(),
      }),
    )
    .output(z.object({ id, changeSetId: id })),

  finish: endpoint({
    needs: 'contacts.write',
    method: 'POST',
    path: '/tasks/{id}/done',
    summary: 'A task is done',
    description: 'One act, which can be undone.',
  })
    .input(z.object({ id }))
    .output(z.object({ changeSetId: id })),
}
