import { createORPCClient, ORPCError } from '@orpc/client'
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'

/** What the program answers when it refuses, already in the reader's language (`problemSchema` of platform/endpoint.ts). */
export type Problem = {
  status: number
  code: string
  message: string
  issues: { path: (string | number)[]; code: string; message: string }[]
  requestId?: string
}

/**
 * The typed door to the program's endpoints, with TanStack Query options for each:
 * `useQuery(api.contacts.list.queryOptions({ input }))`, `useMutation(api.contacts.update.mutationOptions())`.
 *
 * `ui` may not import `app`, so each feature makes its own from its own contract, under the name that the contract
 * has in `app/contract.ts`: `createApi({ contacts: contactsContract })`. Query keys start with that name, so all of
 * them share one cache, and `app/web` makes one of everything.
 */
export function createApi<C extends AnyContractRouter>(contract: C) {
  const link = new OpenAPILink(contract, {
    url: () => new URL('/api', window.location.origin).href,
    headers: () => ({ 'embudo-language': document.documentElement.lang }),
    customErrorResponseBodyDecoder: (body, response) => asError(body, response.status),
  })
  const client: JsonifiedClient<ContractRouterClient<C>> = createORPCClient(link)
  return createTanstackQueryUtils(client)
}

function asError(body: unknown, status: number) {
  const said = typeof body === 'object' && body !== null ? body : {}
  const problem: Problem = { code: 'unknown', message: '', issues: [], ...said, status }
  return new ORPCError(problem.code, { status, message: problem.message, data: problem })
}

/** The refusal inside an error, or undefined when it is a failure of another kind (no network, a bug). */
export function problemOf(error: unknown): Problem | undefined {
  return error instanceof ORPCError && error.data ? (error.data as Problem) : undefined
}

/** True when asking again may help: no network, or the server is busy or broken. */
export function isPassing(error: unknown): boolean {
  const status = problemOf(error)?.status
  return status === undefined || status >= 500 || status === 429
}

/** What was wrong with each field of a form, by its path joined with dots: Mantine's `form.setErrors` takes it. */
export const fieldErrors = (error: unknown): Record<string, string> =>
  Object.fromEntries(problemOf(error)?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [])
