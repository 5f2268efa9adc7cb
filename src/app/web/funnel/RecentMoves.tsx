import { Text, VisuallyHidden } from '@mantine/core'
import { IconArrowRight, IconTrendingDown, IconTrendingUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useEventName } from '../../../activity/web/parts.tsx'
import { useCalled } from '../../../contacts/web/parts.tsx'
import { followedBy } from '../../../criteria/reasons.ts'
import { Failed } from '../../../ui/Failed.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { StageWithDefinition } from '../../../ui/StageBadge.tsx'
import { stageKey, stageKeys } from '../../../ui/stages.ts'
import { api } from '../api.ts'
import { useFunnelInput } from '../funnelInView.ts'
import { addressOf } from '../lists/rows.ts'
import classes from './funnel.module.css'

type Move = Awaited<ReturnType<typeof api.lifecycle.moves.call>>['moves'][number]

/** The latest moves between stages, forward and back, each with its cause. */
export function RecentMoves() {
  const { t } = useTranslation()
  const moves = useQuery(api.lifecycle.moves.queryOptions({ input: { ...useFunnelInput(), limit: 8 } }))
  if (moves.isPending) return <Loading rows={5} />
  if (moves.isError) return <Failed error={moves.error} />
  if (!moves.data.moves.length)
    return (
      <Text c="dimmed" size="sm">
        {t('funnel.noMoves')}
      </Text>
    )
  return (
    <ul className={classes.moves}>
      {moves.data.moves.map(move => (
        <li key={move.id}>
          <MoveShown move={move} />
        </li>
      ))}
    </ul>
  )
}

function MoveShown({ move }: { move: Move }) {
  const because = useCause()
  const called = useCalled()
  return (
    <div className={classes.move}>
      <span className={classes.moveHead}>
        <Link to={addressOf({ id: move.contactId, kind: move.kind })} className={classes.who}>
          {called(move.name).text}
        </Link>
        <span className={classes.quiet}>
          <Moment at={move.at} />
        </span>
      </span>
      <span className={classes.moveStages}>
        <Direction {...move} />
        {move.fromStage && (
          <>
            <StageWithDefinition stage={move.fromStage} size="sm" />
            <IconArrowRight aria-hidden size={13} />
          </>
        )}
        <StageWithDefinition stage={move.toStage} size="sm" />
      </span>
      <Text span size="xs" c="dimmed">
        {because(move)}
      </Text>
    </div>
  )
}

/** Why, in a line: the event that decided when one did, else what kind of thing it was. */
function useCause() {
  const { t } = useTranslation()
  const eventName = useEventName()
  return ({ cause, receipt }: Move): string => {
    const event = receipt.because.flatMap(reason => followedBy(reason) ?? reason.events ?? [])[0]
    if (cause === 'event' && event) return eventName(event.name)
    return t(`receipt.causes.${cause}`)
  }
}

const rank = (stage: string | null) => stageKeys.indexOf(stageKey(stage) ?? 'contact')

function Direction({ fromStage, toStage }: Move) {
  const { t } = useTranslation()
  const forward = rank(toStage) >= rank(fromStage)
  const Icon = forward ? IconTrendingUp : IconTrendingDown
  return (
    <>
      <Icon aria-hidden size={15} stroke={2} color={forward ? 'var(--gain-ink)' : 'var(--loss-ink)'} />
      <VisuallyHidden>{t(forward ? 'funnel.forward' : 'funnel.back')}</VisuallyHidden>
    </>
  )
}
