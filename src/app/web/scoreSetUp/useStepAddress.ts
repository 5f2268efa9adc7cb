import { useFunnelAddress } from '../funnelInView.ts'

export const steps = ['ideal', 'interest', 'against', 'fading', 'thresholds'] as const
export type Step = (typeof steps)[number]

/** The step is added to the address of the set-up of the funnel in view. */
export function useStepAddress(): (step: Step) => string {
  const address = useFunnelAddress()('/definitions/score')
  return step => `${address}${address.includes('?') ? '&' : '?'}step=${step}`
}
