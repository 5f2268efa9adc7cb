import { Readable } from 'node:stream'
import { z } from 'zod'
import { audit } from '../../audit/audit.ts'
import { criteriaSchema } from '../../criteria/criteria.ts'
import type { Stream } from '../../platform/api.ts'
import { Refusal } from '../../platform/errors.ts'
import { countContacts } from '../lists/lists.ts'
import { exportContacts } from './export.ts'

const request = z.object({
  format: z.enum(['csv', 'xlsx']).default('csv'),
  kind: z.enum(['person', 'organization']).optional(),
  text: z.string().max(200).optional(),
  where: z
    .string()
    .max(100_000)
    .transform(text => JSON.parse(text))
    .pipe(criteriaSchema)
    .optional(),
})

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The list as a file: `GET /api/contacts/export?format=csv&kind=person&where={…}&text=…`. */
export const exportStream: Stream = {
  path: '/contacts/export',
  needs: 'contacts.export',
  summary: 'The contacts that a list shows, as CSV or an Excel workbook (format, kind, where as JSON, text)',
  types: Object.values(types),
  async serve(c, ctx) {
    const { format, ...which } = read(c.req.query())
    const { count, more } = await countContacts(ctx, which)
    await audit(ctx, 'contacts.exported', {}, { format, contacts: count, more })
    const file = await exportContacts(ctx, which, format)
    const name = `${which.kind === 'organization' ? 'organizaciones' : 'contactos'}-${ctx.clock().toISOString().slice(0, 10)}.${format}`
    return new Response(Readable.toWeb(file) as ReadableStream, {
      headers: { 'content-type': types[format], 'content-disposition': `attachment; filename="${name}"` },
    })
  },
}

function read(query: Record<string, string>): z.infer<typeof request> {
  try {
    return request.parse(query)
  } catch {
    throw new Refusal('bad', 'export.bad_request')
  }
}
