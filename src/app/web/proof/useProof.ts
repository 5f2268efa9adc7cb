import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useContext } from 'react'
import { RegionContext } from '../../../ui/format.ts'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { type Question, questionOf } from './question.ts'

export type AskedProof = NonNullable<Awaited<ReturnType<typeof api.proof.newest.call>>['proof']>

export const useNewestProof = () =>
  useQuery({
    ...api.proof.newest.queryOptions({ input: {} }),
    refetchInterval: ({ state }) => (state.data?.proof?.state === 'running' ? 1000 : false),
  })

export function useAskProof() {
  const { timeZone } = useContext(RegionContext)
  const queries = useQueryClient()
  const { failed } = useToasts()
  return useMutation({
    mutationFn: (question: Question) => api.proof.ask.call(questionOf(question, timeZone)),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.proof.key() }),
    onError: failed,
  })
}

/** The systems whose numbers may tell who came first. */
export const useSystems = () => useQuery(api.proof.orders.queryOptions({ input: {} })).data?.systems ?? []
