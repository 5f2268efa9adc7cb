import { Anchor, Text } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useEventName } from '../../activity/web/parts.tsx'
import { useCalled } from '../../contacts/web/parts.tsx'
import { followedBy } from '../../criteria/reasons.ts'
import { type Catalogue, useReasonValue, useSentence } from '../../criteria/web/parts.tsx'
import { Moment } from '../../ui/Moment.tsx'
import type { Reason } from '../receipt.ts'
import classes from './receipt.module.css'

type Props = {
  reasons: Reason[]
  /** Whether the criterion that they decided holds. */
  holds: boolean
  catalogue: Catalogue
}

/** What decided: each rule as a sentence, whether it holds, and the facts and events that made it so. */
export function Reasons({ reasons, holds, catalogue }: Props) {
  return (
    <ul className={classes.receipt}>
      {reasons.map((reason, place) => (
        <ReasonShown key={place} reason={reason} holds={holds} catalogue={catalogue} />
      ))}
    </ul>
  )
}

type OneProps = { reason: Reason; catalogue: Catalogue }

function ReasonShown({ reason, holds, catalogue }: OneProps & { holds: boolean }) {
  const sentence = useSentence(catalogue)
  return (
    <li className={classes.rule} data-holds={holds}>
      <Mark holds={holds} />
      <div className={classes.body}>
        {reason.contact && <Whose {...reason.contact} />}
        {/* Under a “not” the opposite of the rule is what decided. */}
        <span>{sentence(reason.holds === holds ? reason.rule : { not: reason.rule })}</span>
        <Evidence reason={reason} catalogue={catalogue} />
      </div>
    </li>
  )
}

function Whose({ id, name, kind }: NonNullable<Reason['contact']>) {
  return (
    <Anchor
      component={Link}
      size="sm"
      mr={6}
      to={`/${kind === 'organization' ? 'organizations' : 'contacts'}/${id}`}
    >
      {useCalled()(name).text}:
    </Anchor>
  )
}

function Mark({ holds }: { holds: boolean }) {
  const { t } = useTranslation()
  const Icon = holds ? IconCheck : IconX
  return (
    <Icon
      size={15}
      stroke={2.4}
      className={classes.mark}
      aria-label={t(holds ? 'receipt.holds' : 'receipt.fails')}
      role="img"
    />
  )
}

/** The fact or the events that decided. */
function Evidence({ reason, catalogue }: OneProps) {
  const { t } = useTranslation()
  const later = followedBy(reason)
  return (
    <>
      <FactShown reason={reason} catalogue={catalogue} />
      {later && <EventShown {...later} label={t('receipt.followedBy')} />}
      {reason.events?.map(event => (
        <EventShown key={event.id} {...event} />
      ))}
      <MoreEvents count={reason.count} shown={reason.events?.length ?? 0} />
    </>
  )
}

function FactShown({ reason, catalogue }: OneProps) {
  const { t } = useTranslation()
  const read = useReasonValue(catalogue)
  if (reason.value === undefined) return null
  const text = read(reason)
  return (
    <Text size="xs" c="dimmed">
      {text ? t('receipt.value', { value: text }) : t('receipt.unknown')}
    </Text>
  )
}

type EventProps = { id: string; name: string; at: string; label?: string }

function EventShown({ id, name, at, label }: EventProps) {
  const eventName = useEventName()
  return (
    <Text size="xs" className={classes.event}>
      {label && `${label} `}
      <Anchor href={`#event-${id}`} size="xs" underline="always" c="inherit">
        {eventName(name)}
      </Anchor>{' '}
      · <Moment at={at} absolute />
    </Text>
  )
}

function MoreEvents({ count = 0, shown }: { count?: number; shown: number }) {
  const { t } = useTranslation()
  if (count <= shown) return null
  return (
    <Text size="xs" c="dimmed">
      {t('receipt.moreEvents', { count: count - shown })}
    </Text>
  )
}
