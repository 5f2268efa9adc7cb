import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { useFunnelInput } from '../funnelInView.ts'

export type Preview = NonNullable<Awaited<ReturnType<typeof api.lifecycle.preview.call>>['preview']>

/** The newest preview of the draft of the funnel in view; while it runs it is asked for again and again. */
export const usePreview = () =>
  useQuery({
    ...api.lifecycle.preview.queryOptions({ input: useFunnelInput() }),
    refetchInterval: query => (query.state.data?.preview?.state === 'running' ? 1000 : false),
  })
