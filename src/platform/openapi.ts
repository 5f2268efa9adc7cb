import type { AnyContractRouter } from '@orpc/contract'
import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { documented, problemSchema } from './endpoint.ts'
import type { Permission } from './permissions.ts'

const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
const made = new WeakMap<AnyContractRouter, Promise<OpenAPI.Document>>()

/** The OpenAPI 3.1 document of a contract, made once. Every operation says what it needs and the problems it answers with. */
export function specification(
  contract: AnyContractRouter,
  streams: Stream[] = [],
): Promise<OpenAPI.Document> {
  const document = made.get(contract) ?? generate(contract, streams)
  made.set(contract, document)
  return document
}

const description = `Everything that the screens do. Send an API key as \`Authorization: Bearer …\`, instants as ISO 8601
with their offset. Lists are keyset pages: pass a page's \`next\` as \`after\`. A write with the header \`Idempotency-Key\` can be
repeated for 24 hours without acting twice. Whatever is not a success answers with a Problem, in the language of
\`Accept-Language\` (es, en).`

const generate = (contract: AnyContractRouter, streams: Stream[]) =>
  generator.generate(contract, {
    info: { title: 'Embudo', version: '1', description },
    servers: [{ url: '/api' }],
    paths: Object.fromEntries(streams.map(pathOf)),
    commonSchemas: { Problem: { schema: problemSchema } },
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key of the workspace.' },
        session: { type: 'apiKey', in: 'cookie', name: 'embudo.session_token' },
      },
    },
  })

type Stream = { path: string; needs: Permission; summary: string }

function pathOf({ path, needs, summary }: Stream): [string, object] {
  const content = { 'text/event-stream': { schema: { type: 'string' as const } } }
  const answer = { description: 'OK', content }
  const operation = { summary, tags: [path.split('/')[1] ?? ''], responses: { 200: answer } }
  return [path, { get: documented(operation, needs, false) }]
}
