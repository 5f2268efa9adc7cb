import { z } from 'zod'
import { endpoint } from '../platform/endpoint.ts'
import {
  batchAnswer,
  batchLimit,
  change,
  changed,
  changedSome,
  consentDraft,
  contactSchema,
  customField,
  draft,
  field,
  found,
  id,
  ids,
  issue,
  kind,
  patchSchema,
  view,
  words,
} from './shapes.ts'

export { binDays, type ContactAnswer, patchSchema, type WhoItIs, whoItIs } from './shapes.ts'

export const contactsContract = {
  get: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/contacts/{id}',
    summary: 'All that is known about a contact, and who said so',
  })
    .input(id)
    .output(contactSchema),
  create: endpoint({
    needs: 'contacts.write',
    method: 'POST',
    path: '/contacts',
    summary: 'A new contact',
    successStatus: 201,
  })
    .input(draft)
    .output(z.object({ id: z.uuid(), changeSetId: z.uuid(), warnings: z.array(issue) })),
  upsert: endpoint({
    needs: 'contacts.write',
    method: 'POST',
    path: '/contacts/batch',
    summary:
      'Up to 1,000 contacts: those that exist are updated, the others made; each item answers for itself',
  })
    .input(
      z.strictObject({
        items: z.array(draft).min(1).max(batchLimit),
        existing: z.enum(['update', 'refuse']).default('update'),
      }),
    )
    .output(batchAnswer),
  update: endpoint({
    needs: 'contacts.write',
    method: 'PATCH',
    path: '/contacts/{id}',
    summary: 'Changes one contact',
  })
    .input(patchSchema.extend({ id: z.uuid() }))
    .output(changed),
  updateMany: endpoint({
    needs: 'contacts.write',
    method: 'PATCH',
    path: '/contacts/batch',
    summary: 'Changes up to 1,000 contacts, each in its own way',
  })
    .input(
      z.strictObject({
        items: z
          .array(patchSchema.extend({ id: z.uuid() }))
          .min(1)
          .max(batchLimit),
      }),
    )
    .output(batchAnswer),
  bin: endpoint({
    needs: 'contacts.delete',
    method: 'POST',
    path: '/contacts/bin',
    summary: 'Puts contacts into the bin for 30 days',
  })
    .input(z.strictObject({ ids }))
    .output(changedSome),
  restore: endpoint({
    needs: 'contacts.delete',
    method: 'POST',
    path: '/contacts/restore',
    summary: 'Takes contacts out of the bin',
  })
    .input(z.strictObject({ ids }))
    .output(changedSome),
  binned: endpoint({
    needs: 'contacts.delete',
    method: 'GET',
    path: '/contacts/bin',
    summary: 'What is in the bin, newest first',
  })
    .input(
      z.object({
        after: z.string().max(1000).optional(),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(
      z.object({
        contacts: z.array(z.object({ id: z.uuid(), kind, displayName: z.string(), deletedAt: z.date() })),
        next: z.string().optional(),
      }),
    ),
  undo: endpoint({
    needs: 'contacts.write',
    method: 'POST',
    path: '/changes/{id}/undo',
    summary: 'Undoes an act whole: an edit, a consent, a bulk edit, a merge, another undo',
  })
    .input(id)
    .output(
      z.object({
        changeSetId: z.uuid(),
        contacts: z.number().int(),
        kept: z.array(z.object({ contactId: z.uuid(), facts: z.array(z.string()) })),
      }),
    ),
  changes: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/contacts/{id}/changes',
    summary: 'What was changed about a contact, newest first',
  })
    .input(id.extend({ limit: z.number().int().min(1).max(200).default(50) }))
    .output(z.array(change)),
  merge: endpoint({
    needs: 'contacts.delete',
    method: 'POST',
    path: '/contacts/{id}/merge',
    summary: 'Takes another contact into this one; undoing the act gives both back as they were',
  })
    .input(z.strictObject({ id: z.uuid(), from: z.uuid() }))
    .output(changed),
  search: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/contacts/search',
    summary:
      'By any part of name, e-mail, phone, organisation or tax id, tolerant of accents and typing errors',
  })
    .input(
      z.object({
        text: z.string().max(200),
        kind: kind.optional(),
        limit: z.number().int().min(1).max(50).default(20),
      }),
    )
    .output(z.array(found)),
  values: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/contacts/values',
    summary: 'The texts that contacts have for a field, the commonest first, of up to 20,000 contacts',
  })
    .input(z.object({ field: z.string().max(100) }))
    .output(z.array(z.string())),
  addNote: endpoint({
    needs: 'contacts.write',
    method: 'POST',
    path: '/contacts/{id}/notes',
    summary: 'Adds a note',
    successStatus: 201,
  })
    .input(z.strictObject({ id: z.uuid(), body: z.string().trim().min(1).max(20_000) }))
    .output(z.object({ id: z.uuid() })),
  editNote: endpoint({
    needs: 'contacts.write',
    method: 'PATCH',
    path: '/notes/{id}',
    summary: 'Changes a note',
  })
    .input(z.strictObject({ id: z.uuid(), body: z.string().trim().min(1).max(20_000) }))
    .output(z.object({})),
  removeNote: endpoint({
    needs: 'contacts.write',
    method: 'DELETE',
    path: '/notes/{id}',
    summary: 'Removes a note',
  })
    .input(id)
    .output(z.object({})),
  restoreNote: endpoint({
    needs: 'contacts.write',
    method: 'POST',
    path: '/notes/{id}/restore',
    summary: 'Brings a removed note back',
  })
    .input(id)
    .output(z.object({})),
  addConsent: endpoint({
    needs: 'contacts.write',
    method: 'POST',
    path: '/contacts/{id}/consents',
    summary: 'Records what a contact allowed or refused',
    successStatus: 201,
  })
    .input(consentDraft.extend({ id: z.uuid() }))
    .output(changed),
  fields: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/contacts/fields',
    summary: 'The field catalogue: the system’s and the workspace’s own',
  }).output(z.array(field)),
  addField: endpoint({
    needs: 'settings.manage',
    method: 'POST',
    path: '/contacts/fields',
    summary: 'Adds a custom field',
    successStatus: 201,
  })
    .input(customField)
    .output(z.object({ key: z.string() })),
  updateField: endpoint({
    needs: 'settings.manage',
    method: 'PATCH',
    path: '/contacts/fields/{key}',
    summary: 'Changes the labels, choices or kinds of a custom field',
  })
    .input(
      customField
        .omit({ type: true, choices: true, appliesTo: true })
        .extend({ choices: words.optional(), appliesTo: z.array(kind).min(1).optional() }),
    )
    .output(z.object({})),
  removeField: endpoint({
    needs: 'settings.manage',
    method: 'DELETE',
    path: '/contacts/fields/{key}',
    summary: 'Takes a custom field out of the catalogue; its values stay and come back with it',
    description: 'Refused while a stage, a rule of the score, a draft of them or a segment asks for it.',
  })
    .input(z.strictObject({ key: z.string().max(63) }))
    .output(z.object({})),
  views: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/views',
    summary: 'Saved views: one’s own and the shared ones',
  })
    .input(z.object({ screen: z.string().max(50).optional() }))
    .output(z.array(view)),
  addView: endpoint({
    needs: 'contacts.read',
    method: 'POST',
    path: '/views',
    summary: 'Saves a view',
    successStatus: 201,
  })
    .input(
      z.strictObject({
        screen: z.string().trim().min(1).max(50),
        name: z.string().trim().min(1).max(100),
        isShared: z.boolean().default(false),
        params: z.record(z.string(), z.unknown()),
      }),
    )
    .output(z.object({ id: z.uuid() })),
  updateView: endpoint({
    needs: 'contacts.read',
    method: 'PATCH',
    path: '/views/{id}',
    summary: 'Changes a saved view',
  })
    .input(
      z.strictObject({
        id: z.uuid(),
        name: z.string().trim().min(1).max(100).optional(),
        isShared: z.boolean().optional(),
        params: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .output(z.object({})),
  removeView: endpoint({
    needs: 'contacts.read',
    method: 'DELETE',
    path: '/views/{id}',
    summary: 'Removes a saved view',
  })
    .input(id)
    .output(z.object({})),
}
