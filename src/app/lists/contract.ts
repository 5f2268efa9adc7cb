import { z } from 'zod'
import { patchSchema } from '../../contacts/contract.ts'
import { criteriaSchema } from '../../criteria/criteria.ts'
import { endpoint, pageInput, streamedFile, words } from '../../platform/endpoint.ts'
import { bulkAct, customField, page } from './shapes.ts'

export type { BulkAct, ListedContact } from './shapes.ts'

/** Past this many matches a list says "more than": counting on would cost more than it tells. */
export const countedUpTo = 10_000

/** Each is served by an index: docs/decisions/0010. */
export const listOrders = ['total', 'lastSignal', 'since', 'name', 'createdAt', 'updatedAt'] as const
export type ListOrder = (typeof listOrders)[number]

/** Which contacts a list is about; without `where` and `text`, all of the kind. */
const which = {
  kind: z.enum(['person', 'organization']).optional(),
  where: criteriaSchema.optional(),
  text: z
    .string()
    .max(200)
    .optional()
    .describe('Any part of a name, address, number, organisation or tax id, as in `/contacts/search`'),
}

const order = z.object({ by: z.enum(listOrders), direction: z.enum(['asc', 'desc']) })

/** These, or all that a list shows. */
const whom = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(10_000) }),
  z.strictObject({
    kind: z.enum(['person', 'organization']),
    where: criteriaSchema.optional(),
    text: which.text,
    alike: z
      .boolean()
      .optional()
      .describe(
        'Also where `text` is found in nobody as it is written, and the list shows who looks like it',
      ),
  }),
])

/** What becomes of each: single facts by their key (null takes one away), tags and roles added and taken away, the owner. */
const change = z.strictObject({
  fields: patchSchema.shape.fields,
  custom: patchSchema.shape.custom,
  tags: patchSchema.shape.tags,
  roles: patchSchema.shape.roles,
  ownerId: patchSchema.shape.ownerId,
})

export const listsContract = {
  change: endpoint({
    needs: 'contacts.write',
    method: 'POST',
    path: '/contacts/bulk',
    atomic: false,
    summary:
      'The same change to many contacts, or to all that a list shows; one act that can be undone whole',
    description: 'More than 500 are changed after the answer: ask `/contacts/bulk/{id}` how far it is.',
  })
    .input(z.strictObject({ whom, change }))
    .output(bulkAct),

  bin: endpoint({
    needs: 'contacts.delete',
    method: 'POST',
    path: '/contacts/bulk/bin',
    atomic: false,
    summary: 'Puts many contacts, or all that a list shows, into the bin for 30 days',
  })
    .input(z.strictObject({ whom }))
    .output(bulkAct),

  running: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/contacts/bulk',
    summary: 'The changes to many contacts that are being made',
  }).output(z.array(bulkAct)),

  bulk: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/contacts/bulk/{id}',
    summary: 'How far a change to many contacts is, or what became of it',
  })
    .input(z.object({ id: z.uuid() }))
    .output(bulkAct),

  page: endpoint({
    needs: 'contacts.read',
    method: 'POST',
    path: '/contacts/list',
    atomic: false,
    summary: 'A page of contacts with their standing, most promising first',
  })
    .input(
      z.strictObject({
        ...pageInput.shape,
        ...which,
        order: order.default({ by: 'total', direction: 'desc' }),
      }),
    )
    .output(page),

  evidence: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/contacts/{id}/evidence',
    summary: 'The rows of imported files that a contact was made or changed from, as they came',
  })
    .input(z.object({ id: z.uuid() }))
    .output(
      z.array(
        z.object({
          importId: z.uuid(),
          fileName: z.string(),
          line: z.number().int(),
          importedAt: z.date(),
          cells: z.array(z.object({ header: z.string(), text: z.string() })),
        }),
      ),
    ),

  export: endpoint({
    needs: 'contacts.export',
    method: 'POST',
    path: '/contacts/export',
    atomic: false,
    summary:
      'The contacts that a list shows, or those of these ids, as CSV or XLSX; safe to open in a spreadsheet',
    description:
      'Several addresses, numbers and links share a cell, separated by `; `. `columns` are keys of facts (`city`, `custom.plan`) and of standings (`stage`, `total`); without them all that is known is in the file.',
  })
    .input(
      z.strictObject({
        ...which,
        ids: z.array(z.uuid()).min(1).max(10_000).optional(),
        order: order.default({ by: 'createdAt', direction: 'asc' }),
        columns: z.array(z.string().max(100)).max(200).optional(),
        format: z.enum(['csv', 'xlsx']).default('csv'),
      }),
    )
    .output(streamedFile),

  catalogue: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/contacts/catalogue',
    summary:
      'The facts and questions of the workspace’s own, the tags and the segments that lists, filters and forms can name',
  }).output(
    z.object({
      customFields: z.array(customField),
      /** Those that were deleted: views that were kept may name them. */
      removedFields: z.array(customField),
      tags: z.array(z.string()),
      segments: z.array(z.object({ id: z.uuid(), name: z.string() })),
      /** Questions of qualification that the workspace wrote. */
      questions: z.array(z.object({ key: z.string(), name: words, ask: words })),
      /** Reasons to disqualify: the ready-made ones, then the workspace’s own words. */
      reasons: z.array(z.string()),
    }),
  ),

  count: endpoint({
    needs: 'contacts.read',
    method: 'POST',
    path: '/contacts/count',
    atomic: false,
    summary: `How many contacts match, counted up to ${countedUpTo}`,
  })
    .input(z.strictObject(which))
    .output(z.object({ count: z.number().int(), more: z.boolean() })),
}
