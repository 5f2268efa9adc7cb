import type { ComponentProps } from 'react'
import { PastContact } from '../definitions/PastContact.tsx'
import { ByHand } from './ByHand.tsx'

/** What can be done and asked about where a contact stands. */
export function StandingActs(props: ComponentProps<typeof ByHand>) {
  return (
    <>
      <ByHand {...props} />
      <PastContact id={props.id} />
    </>
  )
}
