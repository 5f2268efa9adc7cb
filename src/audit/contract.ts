import { z } from 'zod'
import { endpoint, pageInput } from '../platform/endpoint.ts'

/** The acts that are written down. Their texts are `audit.actions.<key>`. */
export const auditActions = [
  'setup.done',
  'sign_in.done',
  'sign_in.failed',
  'sign_out.done',
  'password.changed',
  'password.link_made',
  'password.reset',
  'password.set',
  'workspace.changed',
  'member.joined',
  'member.role_changed',
  'member.removed',
  'member.left',
  'invitation.created',
  'invitation.revoked',
  'key.created',
  'key.revoked',
  'contacts.exported',
  'contacts.bulk_changed',
  'contacts.deleted',
  'contacts.undone',
  'contacts.merged',
  'contacts.restored',
  'contacts.noted',
  'contacts.consented',
  'contacts.placed',
  'tasks.added',
  'tasks.done',
  'tasks.reopened',
  'fields.changed',
  'signals.changed',
  'import.started',
  'import.undone',
  'definitions.published',
  'frameworks.saved',
  'frameworks.removed',
  'funnels.added',
  'funnels.changed',
  'funnels.removed',
  'standings.rebuilt',
  'segments.created',
  'segments.changed',
  'segments.removed',
  'segments.restored',
  'demo.created',
  'demo.removed',
] as const

export type AuditAction = (typeof auditActions)[number]

const entry = z.object({
  id: z.uuid(),
  at: z.date(),
  action: z.enum(auditActions),
  actorKind: z.enum(['user', 'key', 'system']),
  actorId: z.uuid().nullable(),
  actorName: z.string(),
  subjectId: z.string().nullable(),
  subjectName: z.string(),
  details: z.record(z.string(), z.unknown()),
})

export type AuditEntry = z.infer<typeof entry>

export const auditContract = {
  list: endpoint({
    needs: 'audit.read',
    method: 'GET',
    path: '/audit',
    summary: 'Who did what, newest first',
  })
    .input(
      pageInput.extend({
        after: z.uuid().optional(),
        action: z.enum(auditActions).optional(),
        actorId: z.uuid().optional(),
      }),
    )
    .output(z.object({ entries: z.array(entry), next: z.uuid().optional() })),
}
