import { type OpenAPI, oc } from '@orpc/contract'
import { z } from 'zod'
import type { Permission } from './permissions.ts'

/** `public` is for anybody (signing in, setting up); `signed-in` for any person with a session, whatever the workspace. */
export type Needs = Permission | 'public' | 'signed-in'

export type EndpointMeta = {
  needs: Needs
  /** Whether the handler runs inside one transaction. */
  atomic: boolean
}

type Endpoint = {
  needs: Needs
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api`; parameters in braces: `/contacts/{id}`. */
  path: `/${string}`
  summary: string
  description?: string
  /** Groups endpoints in the reference; the first part of the path by default. */
  tags?: string[]
  successStatus?: number
  /** `false` for a handler that takes long and makes its own transactions; no idempotency key then. */
  atomic?: false
}

/**
 * The beginning of every contract: `endpoint({…}).input(schema).output(schema)`. The handler of anything but a GET
 * runs inside one transaction and honours the header `Idempotency-Key`.
 */
export function endpoint({ needs, atomic, ...route }: Endpoint) {
  const meta: EndpointMeta = { needs, atomic: atomic ?? route.method !== 'GET' }
  const spec = (operation: OpenAPI.OperationObject) => documented(operation, needs, meta.atomic)
  return oc.$meta(meta).route({ tags: [route.path.split('/')[1] ?? ''], spec, ...route })
}

/** A text in both languages. */
export const words = z.object({ es: z.string(), en: z.string() })

/** What the OpenAPI document says of every endpoint beside its shapes. */
export function documented(
  operation: OpenAPI.OperationObject,
  needs: Needs,
  repeatable: boolean,
): OpenAPI.OperationObject {
  const key = { name: 'Idempotency-Key', in: 'header', schema: { type: 'string', maxLength: 255 } } as const
  const problem = { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } }
  return {
    ...operation,
    description: [operation.description, `Needs \`${needs}\`.`].filter(Boolean).join('\n\n'),
    parameters: [...(operation.parameters ?? []), ...(repeatable ? [key] : [])],
    responses: { ...operation.responses, default: { description: 'A problem', content: problem } },
    security:
      needs === 'public' ? [] : needs === 'signed-in' ? [{ session: [] }] : [{ key: [] }, { session: [] }],
  }
}

/** An answer that is a file, sent while it is made (`sendFile` of http.ts); who asks gets a file. */
export const streamedFile = z.union([z.file(), z.custom<never>(answer => answer instanceof ReadableStream)])

/** An instant in a request: ISO 8601 with its offset; the handler gets a Date. */
export const instant = z.union([z.date(), z.iso.datetime({ offset: true }).transform(text => new Date(text))])

/** Keyset pages: `after` is the `next` of the page before. */
export const pageInput = z.object({
  after: z.string().max(1000).optional(),
  limit: z.number().int().min(1).max(200).default(50),
})

/** The one shape of every answer that is not a success. */
const said = z
  .record(z.string(), z.unknown())
  .describe('What the message names, such as the id of what exists')

export const problemSchema = z.object({
  code: z.string(),
  message: z.string(),
  params: said,
  issues: z.array(
    z.object({
      path: z.array(z.union([z.string(), z.number()])),
      code: z.string(),
      message: z.string(),
      params: said,
    }),
  ),
  requestId: z.string(),
})

export type Problem = z.infer<typeof problemSchema>
