import { Loader } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useEffect } from 'react'
import { useCalled } from '../../../contacts/web/parts.tsx'
import { StandingCard } from '../../../lifecycle/web/parts.tsx'
import { problemOf } from '../../../ui/client.ts'
import { Failed } from '../../../ui/Failed.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { BinnedNotice } from '../bin/BinnedNotice.tsx'
import { useCatalogue } from '../lists/source.ts'
import { NotFound } from '../NotFound.tsx'
import { useRecent } from '../recent.ts'
import { ActivityCard } from './ActivityCard.tsx'
import { ConsentsCard } from './ConsentsCard.tsx'
import { ContactHeader } from './ContactHeader.tsx'
import classes from './contact.module.css'
import { EvidenceCard } from './EvidenceCard.tsx'
import { FactsCard } from './FactsCard.tsx'
import { FunnelCards } from './FunnelCards.tsx'
import { HistoryCard } from './HistoryCard.tsx'
import { LinksCard } from './LinksCard.tsx'
import { OtherStandings } from './OtherStandings.tsx'
import { StandingActs } from './StandingActs.tsx'
import { useContact, useStanding } from './source.ts'

/** Who a contact is, where it stands and why, its score, and what happened: the page, and the drawer beside a list. */
export function ContactView({ id, narrow = false }: { id: string; narrow?: boolean }) {
  const contact = useContact(id)
  const standing = useStanding(id)
  const catalogue = useCatalogue()
  const called = useCalled()
  const name = contact.data ? called(contact.data.displayName).text : ''
  const { note } = useRecent()
  const kind = contact.data?.kind
  useEffect(() => {
    if (kind && name) note({ id, kind, name })
  }, [id, kind, name, note])
  useDocumentTitle(name ? `${name} · Embudo` : 'Embudo')

  if (contact.isPending) return <Loading />
  if (problemOf(contact.error)?.status === 404) return <NotFound list="contacts" />
  if (contact.isError) return <Failed error={contact.error} retry={() => void contact.refetch()} />
  const who = contact.data
  // Who is in the bin stands nowhere, whatever was heard of it before.
  const stands = who.deletedAt ? undefined : standing.data?.standing
  return (
    <div className={classes.page} data-narrow={narrow || undefined}>
      <ContactHeader contact={who} standing={stands} withTitle={!narrow} />
      {who.deletedAt && <BinnedNotice id={id} deletedAt={who.deletedAt} />}
      <div className={classes.columns}>
        <div className={classes.who}>
          <FactsCard key={id} contact={who} catalogue={catalogue} />
          <LinksCard contact={who} />
          <ConsentsCard contact={who} />
        </div>
        <div className={classes.activity}>
          <ActivityCard contact={who} catalogue={catalogue} stage={stands?.stage} />
          <EvidenceCard id={id} />
          <HistoryCard id={id} catalogue={catalogue} />
        </div>
        <div className={classes.standing}>
          {standing.isPending && <Loader size="sm" />}
          {standing.isError && <Failed error={standing.error} retry={() => void standing.refetch()} />}
          {standing.data && (
            <StandingCard
              standing={stands}
              because={standing.data.because}
              moves={standing.data.moves}
              catalogue={catalogue}
              isBinned={who.deletedAt !== null}
              byHand={!who.deletedAt && <StandingActs id={id} byHand={standing.data.byHand} />}
            />
          )}
          <FunnelCards contact={who} standing={stands} catalogue={catalogue} />
          <OtherStandings contact={who} catalogue={catalogue} />
        </div>
      </div>
    </div>
  )
}
