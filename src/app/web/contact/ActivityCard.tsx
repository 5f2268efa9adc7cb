import { Paper, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  mixed,
  QuickLog,
  Timeline,
  type TimelineFilter,
  type TimelineItem,
} from '../../../activity/web/parts.tsx'
import type { Catalogue } from '../../../criteria/web/parts.tsx'
import { AskedInTalk } from '../../../qualification/web/parts.tsx'
import { useAccess } from '../../../ui/access.ts'
import { Failed } from '../../../ui/Failed.tsx'
import { useIsLast } from '../definitions/useDefinitions.ts'
import { useFunnelInView } from '../funnelInView.ts'
import classes from './contact.module.css'
import { useLogging, useMending } from './logging.ts'
import { NoteItem } from './NoteItem.tsx'
import { type ShownContact, useTimeline } from './source.ts'
import { useRefusal } from './useRefusal.ts'

type Props = { contact: ShownContact; catalogue: Catalogue; stage: string | null | undefined }

/** Writing down what happened, and all that happened. */
export function ActivityCard({ contact, catalogue, stage }: Props) {
  const { t } = useTranslation()
  const { can, workspace } = useAccess()
  const funnel = useFunnelInView()
  const isSold = useIsLast(stage)
  const [filter, setFilter] = useState<TimelineFilter>({})
  const timeline = useTimeline(contact.id, filter)
  const log = useLogging(contact)
  const { correct, withdraw } = useMending()
  const refusal = useRefusal(contact)
  const nameOf = (id: string | null) => catalogue.members.find(member => member.id === id)?.name
  const events = (timeline.data?.pages ?? []).flatMap(page => page.events)
  const items: TimelineItem[] = events.map(({ actorId, ...event }) => ({
    ...event,
    kind: 'event',
    actor: nameOf(actorId),
  }))
  const filtered = filter.channel !== undefined || filter.direction !== undefined
  const live = contact.deletedAt === null
  return (
    <>
      {live && can('events.write') && (
        <div className={classes.log}>
          <QuickLog
            key={contact.id}
            contactId={contact.id}
            currency={workspace.currency}
            onLog={log}
            refusal={refusal}
            asks={
              can('contacts.write') && !isSold
                ? (answers, onChange) => <AskedInTalk {...{ contact, funnel, answers, onChange }} />
                : undefined
            }
          />
        </div>
      )}
      <Paper p="md" component="section" aria-labelledby="activity-title">
        <Title order={2} id="activity-title" mb="sm">
          {t('timeline.title')}
        </Title>
        {timeline.isError && <Failed error={timeline.error} retry={() => void timeline.refetch()} />}
        <Timeline
          items={mixed(items, filtered ? [] : notesSince(contact, items, timeline.hasNextPage))}
          filter={filter}
          onFilter={setFilter}
          onMore={timeline.hasNextPage ? () => void timeline.fetchNextPage() : undefined}
          waiting={timeline.isFetching}
          readOnly={!live || !can('events.write')}
          onWithdraw={withdraw}
          onCorrect={correct}
          note={note => <NoteItem note={note} contactId={contact.id} />}
        />
      </Paper>
    </>
  )
}

/** Notes down to the oldest event shown; the older ones come with the events of their time. */
function notesSince({ notes }: ShownContact, events: TimelineItem[], more: boolean): TimelineItem[] {
  const oldest = more ? (events.at(-1)?.at ?? '') : ''
  return notes
    .filter(({ createdAt }) => createdAt >= oldest)
    .map(({ id, body, createdAt, authorName, editedAt }) => ({
      kind: 'note',
      id,
      body,
      at: createdAt,
      author: authorName,
      editedAt,
    }))
}
