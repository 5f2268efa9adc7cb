import { Alert, Anchor, Button, Text } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { WhoItIs } from '../../../contacts/web/parts.tsx'
import { useAccess } from '../../../ui/access.ts'
import { Failed } from '../../../ui/Failed.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Loading } from '../../../ui/Loading.tsx'
import { Section } from '../../../ui/Page.tsx'
import { StageBadge } from '../../../ui/StageBadge.tsx'
import { api } from '../api.ts'
import { useFunnelInput } from '../funnelInView.ts'
import { PastContactDialog } from './PastContact.tsx'
import { PreviewRunning } from './PreviewRunning.tsx'
import classes from './preview.module.css'
import { type PastPlacing as Placing, useAskPastPlacing, usePastPlacing } from './usePastPlacing.ts'

/** Where today's definitions would have put everybody on that day: asked for, worked out, and who differs. */
export function PastPlacing({ day, at }: { day: string; at: string }) {
  const { t } = useTranslation()
  const canAsk = useAccess().can('definitions.manage')
  const { query, placing } = usePastPlacing(day)
  const asking = useAskPastPlacing(at)
  const isRight = placing?.state === 'done' && placing.isCurrent
  return (
    <Section title={t('past.placing')} about={t('past.placingAbout')}>
      {query.isPending && <Loading rows={3} />}
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {asking.isError && <Failed error={asking.error} retry={() => asking.mutate()} />}
      {placing && <Found placing={placing} day={day} />}
      {query.data && !isRight && placing?.state !== 'running' && (
        <Button
          variant="default"
          w="fit-content"
          loading={asking.isPending}
          disabled={!canAsk}
          onClick={() => asking.mutate()}
        >
          {t(placing ? 'past.again' : 'past.place')}
        </Button>
      )}
      {query.data && !placing && !canAsk && (
        <Text size="sm" c="dimmed">
          {t('past.whoPlaces')}
        </Text>
      )}
    </Section>
  )
}

function Found({ placing, day }: { placing: Placing; day: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { state, result, isCurrent } = placing
  if (state === 'failed')
    return (
      <Alert color="red" variant="light">
        {t('past.failed')}
      </Alert>
    )
  if (state === 'running' || !result) return <PreviewRunning of={placing} what="past" />
  const { elsewhere } = result
  return (
    <>
      {!isCurrent && (
        <Alert color="yellow" variant="light">
          {t('past.outdated')}
        </Alert>
      )}
      <Text size="sm">
        {elsewhere === 0
          ? t('past.nobodyElsewhere')
          : `${t('past.elsewhere', { count: elsewhere, number: format.number(elsewhere) })} ${t('past.whyElsewhere')}`}
      </Text>
      {elsewhere > 0 && <Elsewhere of={placing} elsewhere={elsewhere} day={day} />}
    </>
  )
}

/** Who differs; each opens as of that day. The open one is in the address. */
function Elsewhere({ of: { id }, elsewhere, day }: { of: Placing; elsewhere: number; day: string }) {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const input = useFunnelInput()
  const query = useQuery(api.lifecycle.placedElsewhere.queryOptions({ input: { id } }))
  if (query.isPending) return <Loading rows={3} />
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />
  const { contacts } = query.data
  const open = contacts.find(({ contactId }) => contactId === params.get('contact'))
  const address = (more: Record<string, string>) => ({ ...input, at: day, ...more })
  return (
    <>
      {elsewhere > contacts.length && <Text size="sm">{t('past.most', { count: contacts.length })}</Text>}
      <ul className={classes.elsewhere}>
        {contacts.map(({ contactId, stood, stage, ...each }) => (
          <li key={contactId}>
            <WhoItIs
              {...each}
              link={called => (
                <Anchor
                  component={Link}
                  to={`?${new URLSearchParams(address({ contact: contactId }))}`}
                  replace
                >
                  {called}
                </Anchor>
              )}
            />
            <span className={classes.scores}>
              <StageBadge stage={stood} size="sm" />
              <IconArrowRight size={15} aria-label={t('preview.to')} role="img" />
              <StageBadge stage={stage} size="sm" />
            </span>
          </li>
        ))}
      </ul>
      {open && (
        <PastContactDialog
          id={open.contactId}
          name={open.name}
          day={day}
          onClose={() => setParams(address({}), { replace: true })}
        />
      )}
    </>
  )
}
