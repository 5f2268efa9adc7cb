import { sql } from 'kysely'
import { mustKnow } from '../../contacts/contacts.ts'
import type { Ctx } from '../../platform/ctx.ts'

/** One row of a file as it came, with the headings of its columns. */
export type EvidenceRow = {
  importId: string
  fileName: string
  line: number
  importedAt: Date
  cells: { header: string; text: string }[]
}

type Row = Omit<EvidenceRow, 'cells'> & { headers: string[]; cells: string[] }

/** How many rows of files one answer carries, the newest import first. */
const most = 20

/** The rows of imported files that a contact was made or changed from, untouched. */
export async function evidenceOf(ctx: Ctx, contactId: string): Promise<EvidenceRow[]> {
  await mustKnow(ctx, contactId)
  const { rows } = await sql<Row>`
    select r.import_id, i.file_name, r.line, coalesce(i.finished_at, i.created_at) as imported_at, r.cells,
      array(select part ->> 'name' from jsonb_array_elements(i.columns) part) as headers
    from import_rows r
    join imports i on i.workspace_id = r.workspace_id and i.id = r.import_id and i.state <> 'undone'
    where r.workspace_id = ${ctx.workspaceId} and r.contact_id = ${contactId}
    order by i.created_at desc, r.line limit ${most}`.execute(ctx.db)
  return rows.map(({ headers, cells, ...row }) => ({
    ...row,
    cells: cells.flatMap((text, place) => (text === '' ? [] : [{ header: headers[place] ?? '', text }])),
  }))
}
