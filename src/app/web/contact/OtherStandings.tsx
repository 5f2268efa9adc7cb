import { useQuery } from '@tanstack/react-query'
import type { Catalogue } from '../../../criteria/web/parts.tsx'
import { StandingCard } from '../../../lifecycle/web/parts.tsx'
import { api } from '../api.ts'
import { InFunnel } from '../definitions/InFunnel.tsx'
import { type Definition, useDefinitions } from '../definitions/useDefinitions.ts'
import { useFunnelAddress, useFunnelName } from '../funnelInView.ts'
import { StandingActs } from './StandingActs.tsx'
import { type ShownContact, useStanding } from './source.ts'

type Props = { contact: ShownContact; catalogue: Catalogue }

/** Where the contact stands in each other funnel that it has entered. */
export function OtherStandings({ contact, catalogue }: Props) {
  const others = useDefinitions().data?.funnels.slice(1) ?? []
  const entered = useQuery({
    ...api.lifecycle.standings.queryOptions({ input: { id: contact.id } }),
    enabled: others.length > 0,
  }).data?.standings
  return others
    .filter(({ key }) => entered?.some(each => each.funnel === key))
    .map(funnel => (
      <InFunnel key={funnel.id} funnel={funnel.key}>
        <OtherStanding funnel={funnel} contact={contact} catalogue={catalogue} />
      </InFunnel>
    ))
}

function OtherStanding({ funnel, contact, catalogue }: Props & { funnel: Definition }) {
  const nameOf = useFunnelName()
  const address = useFunnelAddress()
  const { data } = useStanding(contact.id)
  if (!data) return null
  return (
    <StandingCard
      title={nameOf(funnel)}
      definitionAt={address('/definitions')}
      standing={data.standing}
      because={data.because}
      moves={data.moves}
      catalogue={catalogue}
      byHand={!contact.deletedAt && <StandingActs id={contact.id} byHand={data.byHand} />}
    />
  )
}
