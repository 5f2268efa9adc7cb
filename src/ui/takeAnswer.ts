import type { QueryClient, QueryKey } from '@tanstack/react-query'

/**
 * Shows what a change answered. A question that was on its way meanwhile may be answered after it and know nothing of it: that answer
 * is left aside, and the question is asked again.
 */
export async function takeAnswer<Answer>(queries: QueryClient, queryKey: QueryKey, answer: Answer) {
  const wasAsked = queries.isFetching({ queryKey }) > 0
  await queries.cancelQueries({ queryKey })
  queries.setQueryData(queryKey, answer)
  if (wasAsked) void queries.invalidateQueries({ queryKey })
}
