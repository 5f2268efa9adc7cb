import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { TemperatureKey } from '../../../ui/stages.ts'
import { api } from '../api.ts'
import { useEditing } from '../definitions/useDraft.ts'

export type ShownDistribution = NonNullable<
  Awaited<ReturnType<typeof api.lifecycle.distribution.call>>['distribution']
>

/** The spread of the scores by the draft as it was saved last. What was known before stays until the new one is there. */
export function useDistribution() {
  const { saved, isSaving, input } = useEditing()
  const options = api.lifecycle.distribution.queryOptions({ input })
  const found = useQuery({
    ...options,
    queryKey: [...options.queryKey, saved?.revision ?? 0] as unknown as typeof options.queryKey,
    placeholderData: keepPreviousData,
  })
  return { ...found, isBehind: isSaving || found.isPlaceholderData }
}

type Thresholds = { warmFrom: number; hotFrom: number }

/** How many of the whole base stand for those counted. */
export const scaleOf = ({ contacts, sampled }: Pick<ShownDistribution, 'contacts' | 'sampled'>): number =>
  sampled ? contacts / sampled : 1

export const sumOf = (counts: number[]): number => counts.reduce((sum, count) => sum + count, 0)

/** How many are cold, warm and hot, of so many at each total. */
export function temperaturesOf(
  counts: number[],
  { warmFrom, hotFrom }: Thresholds,
): Record<TemperatureKey, number> {
  const from = (least: number, most: number) => sumOf(counts.slice(least, most))
  return { cold: from(0, warmFrom), warm: from(warmFrom, hotFrom), hot: from(hotFrom, 101) }
}

/** The lowest total from which no more than so many remain. */
export function thresholdFor(counts: number[], most: number): number {
  let remaining = 0
  for (let total = 100; total > 0; total--) {
    remaining += counts[total] ?? 0
    if (remaining > most) return Math.min(100, total + 1)
  }
  return 1
}
