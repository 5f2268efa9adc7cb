import type { ComponentProps } from 'react'
import type { Catalogue } from '../../../criteria/web/parts.tsx'
import { ScoreCard } from '../../../scoring/web/parts.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { useScoreNames } from '../definitions/useChangeText.ts'
import { useFunnelShown, useIsLast } from '../definitions/useDefinitions.ts'
import { NearestCard } from './NearestCard.tsx'
import { Qualification } from './Qualification.tsx'
import { type ShownContact, usePoints } from './source.ts'

type Standing = ComponentProps<typeof ScoreCard>['standing'] & { stage: string | null }

type Props = { contact: ShownContact; standing: Standing | undefined | null; catalogue: Catalogue }

/** What goes on in the funnel in view: what would change the stage, the qualification by its framework, and its score. */
export function FunnelCards({ contact, standing, catalogue }: Props) {
  const funnel = useFunnelShown()
  const points = usePoints(contact)
  const names = useScoreNames()
  const isLast = useIsLast(standing?.stage)
  return (
    <>
      {standing && <NearestCard id={contact.id} catalogue={catalogue} />}
      <Qualification contact={contact} isSold={isLast} />
      {points.isError && <Failed error={points.error} retry={() => void points.refetch()} />}
      {standing && points.data && (
        <ScoreCard
          points={points.data}
          standing={standing}
          catalogue={catalogue}
          names={names}
          contactFrom={isLast ? undefined : funnel?.score.contactFrom}
        />
      )}
    </>
  )
}
