import { createApi } from '../../ui/client.ts'
import { importsContract } from '../contract.ts'

export const api = createApi({ imports: importsContract })

export type ImportNow = Awaited<ReturnType<typeof api.imports.get.call>>
export type ImportListed = Awaited<ReturnType<typeof api.imports.list.call>>['imports'][number]
export type ColumnNow = ImportNow['columns'][number]
export type FieldNow = Awaited<ReturnType<typeof api.imports.fields.call>>[number]
export type QuestionNow = Awaited<ReturnType<typeof api.imports.questions.call>>[number]
export type MadeNow = NonNullable<RowNow['made']>
export type RowNow = Awaited<ReturnType<typeof api.imports.rows.call>>['rows'][number]
