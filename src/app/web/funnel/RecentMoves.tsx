import { Text, VisuallyHidden } from '@mantine/core'
import { IconArrowRight, IconTrendingDown, IconTrendingUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Moment } from '../../../ui/Moment.tsx'
import { StageBadge } from '../../../ui/StageBadge.tsx'
import { stageKey, stageKeys } from '../../../ui/stages.ts'
import classes from './funnel.module.css'

export type RecentMove = {
  id: string
  contactId: string
  name: string
  from: string | null
  to: string | null
  at: string
  /** Why, as a sentence in the reader's language. */
  because: string
}

const rank = (stage: string | null) => stageKeys.indexOf(stageKey(stage) ?? 'contact')

/** The latest moves between stages, forward and back, each with its cause. */
export function RecentMoves({ moves }: { moves: RecentMove[] }) {
  const { t } = useTranslation()
  if (!moves.length)
    return (
      <Text c="dimmed" size="sm">
        {t('funnel.noMoves')}
      </Text>
    )
  return (
    <ul className={classes.moves}>
      {moves.map(move => (
        <li key={move.id}>
          <Link to={`/contacts/${move.contactId}`} className={classes.move}>
            <span className={classes.moveHead}>
              <strong>{move.name || t('funnel.nameless')}</strong>
              <span className={classes.quiet}>
                <Moment at={move.at} />
              </span>
            </span>
            <span className={classes.moveStages}>
              <Direction from={move.from} to={move.to} />
              <StageBadge stage={move.from} size="sm" />
              <IconArrowRight aria-hidden size={13} />
              <StageBadge stage={move.to} size="sm" />
            </span>
            <Text span size="xs" c="dimmed">
              {move.because}
            </Text>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Direction({ from, to }: Pick<RecentMove, 'from' | 'to'>) {
  const { t } = useTranslation()
  const forward = rank(to) > rank(from)
  const Icon = forward ? IconTrendingUp : IconTrendingDown
  return (
    <>
      <Icon aria-hidden size={15} stroke={2} color={forward ? 'var(--gain-ink)' : 'var(--loss-ink)'} />
      <VisuallyHidden>{t(forward ? 'funnel.forward' : 'funnel.back')}</VisuallyHidden>
    </>
  )
}
