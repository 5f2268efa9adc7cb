import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Catalogue } from '../../../criteria/web/parts.tsx'
import { StandingCard } from '../../../lifecycle/web/parts.tsx'
import { api } from '../api.ts'
import { InFunnel } from '../definitions/InFunnel.tsx'
import { type Definition, useDefinitions } from '../definitions/useDefinitions.ts'
import { useFunnelAddress, useFunnelName } from '../funnelInView.ts'
import { FunnelCards } from './FunnelCards.tsx'
import { StandingActs } from './StandingActs.tsx'
import { type ShownContact, useStanding } from './source.ts'

type Props = { contact: ShownContact; catalogue: Catalogue }

/** Where the contact stands in each other funnel that it has entered; the rest of each is unfolded when asked for. */
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
  const { t } = useTranslation()
  const { data } = useStanding(contact.id)
  const [isOpen, { toggle }] = useDisclosure()
  if (!data) return null
  return (
    <>
      <StandingCard
        title={nameOf(funnel)}
        definitionAt={address('/definitions')}
        standing={data.standing}
        because={data.because}
        moves={data.moves}
        catalogue={catalogue}
        byHand={!contact.deletedAt && <StandingActs id={contact.id} byHand={data.byHand} />}
      />
      {!contact.deletedAt && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          w="fit-content"
          aria-expanded={isOpen}
          onClick={toggle}
        >
          {t(isOpen ? 'contactPage.lessOfFunnel' : 'contactPage.moreOfFunnel', { funnel: nameOf(funnel) })}
        </Button>
      )}
      {isOpen && <FunnelCards contact={contact} standing={data.standing} catalogue={catalogue} />}
    </>
  )
}
