import { Text, VisuallyHidden } from '@mantine/core'
import { IconArrowRight, IconTrendingDown, IconTrendingUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useEventName } from '../../../activity/web/parts.tsx'
import { useCalled } from '../../../contacts/web/parts.tsx'
import { useSentence } from '../../../criteria/web/parts.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { StageWithDefinition } from '../../../ui/StageBadge.tsx'
import { useStageName } from '../../../ui/stageWords.ts'
import { api } from '../api.ts'
import { useFunnelShown } from '../definitions/useDefinitions.ts'
import { useFunnelInput } from '../funnelInView.ts'
import { addressOf } from '../lists/rows.ts'
import { useCatalogue } from '../lists/source.ts'
import classes from './funnel.module.css'
import { ImportShown } from './ImportShown.tsx'
import { PublicationShown } from './PublicationShown.tsx'
import { type Move, whyMoved } from './whyMoved.ts'

/** The latest moves between stages, forward and back, each with its cause; those of a publication or an import together. */
export function RecentMoves() {
  const { t } = useTranslation()
  const recent = useQuery(api.reports.recentMoves.queryOptions({ input: useFunnelInput() }))
  if (recent.isPending) return <Loading rows={5} />
  if (recent.isError) return <Failed error={recent.error} />
  if (!recent.data.latest.length)
    return (
      <Text c="dimmed" size="sm">
        {t('funnel.noMoves')}
      </Text>
    )
  return (
    <ul className={classes.moves}>
      {recent.data.latest.map(each => {
        if ('move' in each)
          return (
            <li key={each.move.id}>
              <MoveShown move={each.move} />
            </li>
          )
        if ('import' in each)
          return (
            <li key={each.import.id}>
              <ImportShown brought={each.import} />
            </li>
          )
        return (
          <li key={each.publication.at}>
            <PublicationShown publication={each.publication} />
          </li>
        )
      })}
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

function useCause() {
  const { t } = useTranslation()
  const eventName = useEventName()
  const stageName = useStageName()
  const sentence = useSentence(useCatalogue())
  return (move: Move): string => {
    const why = whyMoved(move)
    if ('event' in why) return eventName(why.event)
    if ('noLonger' in why) return `${t('receipt.noLonger')} ${sentence(why.noLonger)}`
    if ('left' in why)
      return t(why.inTime ? 'funnel.inTimeNoLonger' : 'funnel.noLonger', { stage: stageName(why.left) })
    return t(`receipt.causes.${why.cause}`)
  }
}

function Direction({ fromStage, toStage }: Move) {
  const { t } = useTranslation()
  const stages = useFunnelShown()?.lifecycle.stages ?? []
  const rank = (stage: string | null) => stages.findIndex(({ key }) => key === stage)
  const forward = rank(toStage) >= rank(fromStage)
  const Icon = forward ? IconTrendingUp : IconTrendingDown
  return (
    <>
      <Icon aria-hidden size={15} stroke={2} color={forward ? 'var(--gain-ink)' : 'var(--loss-ink)'} />
      <VisuallyHidden>{t(forward ? 'funnel.forward' : 'funnel.back')}</VisuallyHidden>
    </>
  )
}
