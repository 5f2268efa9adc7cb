import type { OpenAPI } from '@orpc/contract'

type Schema = {
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  minLength?: number
  minimum?: number
}

/** An address and body that an endpoint accepts, made from its documentation, with `id` wherever an id can stand. `aboutId` tells whether the address names one. */
export function sampleInput(document: OpenAPI.Document, method: string, path: string, id: string) {
  const operation = document.paths?.[path]?.[method.toLowerCase() as 'get']
  const parameters = (operation?.parameters ?? []).filter(parameter => 'in' in parameter)
  const query = parameters
    .filter(({ in: place, required }) => place === 'query' && required)
    .map(({ name, schema }) => `${name}=${encodeURIComponent(String(sampleOf(schema as Schema, id)))}`)
  const request = operation?.requestBody
  const contents = request && 'content' in request ? request.content : {}
  const [type = ''] = Object.keys(contents)
  const content = contents['application/json']?.schema
  const ids = path.match(/\{\+?(id|\w+Id)\}/g) ?? []
  return {
    path: `${path.replaceAll(/\{\+?(id|\w+Id)\}/g, id).replaceAll(/\{\+?\w+\}/g, '1')}${query.length ? `?${query.join('&')}` : ''}`,
    body: content ? sampleOf(content as Schema, id) : bodyOf(method, type),
    aboutId: ids.length > 0,
  }
}

function bodyOf(method: string, type: string) {
  if (method === 'GET' || method === 'DELETE') return undefined
  return type ? new Blob(['x'], { type: 'application/octet-stream' }) : {}
}

// Texts that stand for something in the program.
const meaningful: Record<string, string> = { preset: 'hubspot' }

function sampleOf(schema: Schema, id: string): unknown {
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0] ?? schema.allOf?.[0]
  if (choice) return sampleOf(choice, id)
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'object') return sampleObject(schema, id)
  if (type === 'array')
    return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => sampleOf(schema.items ?? {}, id))
  if (type === 'integer' || type === 'number') return Math.max(0, schema.minimum ?? 0)
  if (type === 'boolean') return true
  if (type === 'string' || type === undefined) return sampleText(schema, id)
  return null
}

const sampleObject = ({ properties = {}, required = [] }: Schema, id: string) =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([name, each]) => required.includes(name) || holdsId(each))
      .map(([name, each]) => [name, meaningful[name] ?? sampleOf(each, id)]),
  )

const holdsId = (schema: Schema): boolean =>
  schema.format === 'uuid' || (schema.items !== undefined && holdsId(schema.items))

function sampleText({ format, minLength = 1 }: Schema, id: string): string {
  if (format === 'uuid') return id
  if (format === 'email') return 'nadie@robledo.example'
  if (format === 'date-time') return '2026-02-03T09:00:00.000Z'
  if (format === 'date') return '2026-02-03'
  return 'x'.repeat(minLength)
}
