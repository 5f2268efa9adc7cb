import { z } from 'zod'
import { endpoint, words } from '../platform/endpoint.ts'
import { formatSchema } from './format.ts'
import { mappingSchema } from './mapping.ts'

const outcome = z.enum(['new', 'update', 'duplicate', 'refused'])

const count = z.number().int().min(0)

export const columnSchema = z.object({
  index: count,
  name: z.string(),
  looks: z.string(),
  filled: count,
  distinct: count,
  samples: z.array(z.string()),
  values: z.array(z.object({ value: z.string(), count })),
  placeholders: z.array(z.string()),
  constant: z.boolean(),
  dates: z.object({ order: z.enum(['dmy', 'mdy', 'ymd']), sure: z.boolean(), time: z.boolean() }).optional(),
  decimals: z.object({ mark: z.enum([',', '.']), sure: z.boolean() }).optional(),
})

export type ColumnView = z.infer<typeof columnSchema>

const summary = z.object({
  id: z.uuid(),
  state: z.enum([
    ...(['uploading', 'mapped', 'checking', 'checked', 'running'] as const),
    ...(['done', 'stopped', 'failed', 'undoing', 'undone'] as const),
  ]),
  fileName: z.string(),
  bytes: count,
  hasFile: z.boolean(),
  /** Known once the file has been checked to its end. */
  rowsTotal: count.nullable(),
  rowsDone: count,
  /** Rows by outcome, and those of them that left something out; `undated`: those that tell of something without saying when; `takenBack`: contacts that an undo removed or put back as they were; `left`: those that it left alone because they were used since. */
  counts: z
    .object({
      new: count,
      update: count,
      duplicate: count,
      refused: count,
      warned: count,
      undated: count,
      takenBack: count,
      left: count,
      expected: count,
    })
    .partial(),
  createdByName: z.string(),
  createdAt: z.date(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
})

export type ImportSummary = z.infer<typeof summary>

const whole = summary.extend({
  format: formatSchema,
  columns: z.array(columnSchema),
  mapping: mappingSchema,
  /** What stopped the check or the run; the text is in the reader's language. */
  error: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
  changeSetId: z.uuid().nullable(),
})

export type ImportView = z.infer<typeof whole>

const reason = z.object({
  code: z.string(),
  column: count.optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

export type ReasonView = z.infer<typeof reason>

/** What the mapping makes of a row, as it will be shown; nothing when its shape is broken. */
const made = z.object({
  name: z.string(),
  identities: z.array(z.object({ kind: z.string(), value: z.string() })),
  facts: z.array(
    z.object({
      key: z.string(),
      label: z.string().optional(),
      value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
    }),
  ),
  organization: z.string().optional(),
  roles: z.array(z.string()),
  tags: z.array(z.string()),
  events: z.array(z.object({ name: z.string(), at: z.date().optional() })),
  consents: z.array(z.object({ channel: z.string(), state: z.string() })),
  notes: count,
})

export type MadeView = z.infer<typeof made>

const row = z.object({
  line: count,
  made: made.optional(),
  outcome,
  contactId: z.uuid().nullable(),
  /** What its contact is. */
  kind: z.enum(['person', 'organization']).nullable(),
  reasons: z.array(reason),
  cells: z.array(z.string()),
})

export type RowView = z.infer<typeof row>

const one = z.object({ id: z.uuid() })

const needs = 'imports.run'

export const importsContract = {
  list: endpoint({ needs, method: 'GET', path: '/imports', summary: 'Imports, newest first' })
    .input(z.object({ after: z.uuid().optional(), limit: z.number().int().min(1).max(100).default(50) }))
    .output(z.object({ imports: z.array(summary), next: z.uuid().optional() })),

  create: endpoint({
    needs,
    method: 'POST',
    path: '/imports',
    summary: 'Begin an import',
    description:
      'Then send the bytes of the file in pieces (`PUT /imports/{id}/bytes/{offset}`), and `POST /imports/{id}/file` when all have arrived.',
  })
    .input(z.object({ fileName: z.string().min(1).max(255), bytes: count }))
    .output(z.object({ id: z.uuid(), pieceBytes: count })),

  addBytes: endpoint({
    needs,
    method: 'PUT',
    path: '/imports/{id}/bytes/{offset}',
    summary: 'Send a piece of the file',
    description: 'Answers where the next piece begins; a piece that was stored already changes nothing.',
    atomic: false,
  })
    .route({ inputStructure: 'detailed' })
    .input(
      z.object({
        params: z.object({ id: z.uuid(), offset: z.coerce.number().int().min(0) }),
        body: z.file(),
      }),
    )
    .output(z.object({ next: count })),

  finishUpload: endpoint({
    needs,
    method: 'POST',
    path: '/imports/{id}/file',
    summary: 'Say that the file is complete',
    description: 'Answers how it is read and what its columns most likely mean.',
    atomic: false,
  })
    .input(one)
    .output(whole),

  get: endpoint({ needs, method: 'GET', path: '/imports/{id}', summary: 'One import' })
    .input(one)
    .output(whole),

  sample: endpoint({
    needs,
    method: 'GET',
    path: '/imports/{id}/sample',
    summary: 'The first rows of the file, as the format reads them',
  })
    .input(one.extend({ rows: z.number().int().min(1).max(100).default(20) }))
    .output(
      z.object({
        names: z.array(z.string()),
        rows: z.array(z.object({ row: count, cells: z.array(z.string()), flaw: z.string().optional() })),
      }),
    ),

  setFormat: endpoint({
    needs,
    method: 'PUT',
    path: '/imports/{id}/format',
    summary: 'Read the file in another way',
  })
    .input(one.extend({ format: formatSchema }))
    .output(whole),

  setPreset: endpoint({
    needs,
    method: 'PUT',
    path: '/imports/{id}/preset',
    summary: 'Read the columns as those of a known system, or `none`',
  })
    .input(one.extend({ preset: z.string().max(60) }))
    .output(whole),

  setMapping: endpoint({
    needs,
    method: 'PUT',
    path: '/imports/{id}/mapping',
    summary: 'Say what each column becomes',
  })
    .input(one.extend({ mapping: mappingSchema }))
    .output(whole),

  presets: endpoint({
    needs,
    method: 'GET',
    path: '/imports/presets',
    summary: 'The systems whose exports are known',
  }).output(
    z.array(z.object({ key: z.string(), name: z.string(), kind: z.enum(['person', 'organization']) })),
  ),

  fields: endpoint({
    needs,
    method: 'GET',
    path: '/imports/fields',
    summary: 'The fields that a column can fill',
  }).output(
    z.array(
      z.object({
        key: z.string(),
        type: z.string(),
        appliesTo: z.array(z.enum(['person', 'organization'])),
        label: words.optional(),
      }),
    ),
  ),

  questions: endpoint({
    needs,
    method: 'GET',
    path: '/imports/questions',
    summary: 'The questions of qualification that a column can answer',
  }).output(
    z.array(z.object({ key: z.string(), name: z.object({ es: z.string(), en: z.string() }).optional() })),
  ),

  check: endpoint({
    needs,
    method: 'POST',
    path: '/imports/{id}/check',
    summary: 'Check the whole file; nothing is stored',
  })
    .input(one)
    .output(whole),

  rows: endpoint({
    needs,
    method: 'GET',
    path: '/imports/{id}/rows',
    summary: 'What becomes of each row, in the order of the file',
  })
    .input(
      one.extend({
        outcome: outcome.optional(),
        warned: z.boolean().optional(),
        after: count.optional(),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ rows: z.array(row), next: count.optional() })),

  reasons: endpoint({
    needs,
    method: 'GET',
    path: '/imports/{id}/reasons',
    summary: 'What was left out or refused, and in how many rows, most first',
  })
    .input(one.extend({ outcome: z.enum(['refused', 'warned']) }))
    .output(z.array(reason.extend({ rows: count }))),

  run: endpoint({
    needs,
    method: 'POST',
    path: '/imports/{id}/run',
    summary: 'Store the checked rows; after a stop, go on',
  })
    .input(one)
    .output(whole),

  stop: endpoint({ needs, method: 'POST', path: '/imports/{id}/stop', summary: 'Stop the check or the run' })
    .input(one)
    .output(whole),

  undo: endpoint({
    needs,
    method: 'POST',
    path: '/imports/{id}/undo',
    summary: 'Undo all that the import did',
  })
    .input(one)
    .output(whole),

  repeat: endpoint({
    needs,
    method: 'POST',
    path: '/imports/{id}/repeat',
    summary: 'Begin a new import with the file of one that was undone, read as it was',
  })
    .input(one)
    .output(whole),

  refused: endpoint({
    needs,
    method: 'GET',
    path: '/imports/{id}/refused',
    summary: 'The refused rows as a file that can be corrected and imported again',
  })
    .input(one)
    .output(z.file()),

  remove: endpoint({
    needs,
    method: 'DELETE',
    path: '/imports/{id}',
    summary: 'Discard an import of which nothing was stored',
  })
    .input(one)
    .output(z.object({ removed: z.boolean() })),
}
