import { useQuery } from '@tanstack/react-query'
import type { Criteria } from '../../../criteria/criteria.ts'
import { useClause as useClauseOf, useSentence } from '../../../criteria/web/useSentence.ts'
import { api } from '../api.ts'
import { useFunnelInView } from '../funnelInView.ts'
import { useCatalogue } from '../lists/source.ts'

export type Definition = Awaited<ReturnType<typeof api.lifecycle.definitions.call>>['funnels'][number]

/** The definitions in force; the main funnel comes first. */
export const useDefinitions = () => useQuery(api.lifecycle.definitions.queryOptions({ input: {} }))

/** The definitions in force of the funnel in view. */
export function useFunnelShown(): Definition | undefined {
  const key = useFunnelInView()
  const funnels = useDefinitions().data?.funnels
  return key ? funnels?.find(each => each.key === key) : funnels?.[0]
}

/** Whether that stage is the end of the funnel in view. */
export function useIsLast(stage: string | null | undefined): boolean {
  const last = useFunnelShown()?.lifecycle.stages.at(-1)?.key
  return last !== undefined && stage === last
}

/** A criterion as clauses in the reader's language, with the workspace's own names of fields and signals. */
export const useClause = (): ((rule: Criteria) => string) => useClauseOf(useCatalogue())

/** The same as a sentence that stands by itself. */
export const useWholeSentence = (): ((rule: Criteria) => string) => useSentence(useCatalogue())
