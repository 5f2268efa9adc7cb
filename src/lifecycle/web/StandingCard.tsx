import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Catalogue } from '../../criteria/web/parts.tsx'
import { useFormat } from '../../ui/format.ts'
import { GuideLink } from '../../ui/GuideLink.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { StageBadge, StageWithDefinition } from '../../ui/StageBadge.tsx'
import { StaleBadge } from '../../ui/StaleBadge.tsx'
import type { Reason, Receipt } from '../receipt.ts'
import { Reasons } from './Receipt.tsx'
import classes from './receipt.module.css'

export type ShownMove = {
  id: string
  fromStage: string | null
  toStage: string | null
  at: string
  noticedAt: string
  lifecycleVersion: number
  cause: 'arrival' | 'event' | 'fact' | 'time' | 'definition' | 'hand'
  receipt: Receipt
}

type Props = {
  /** The funnel, where it is not the main one, and where its definition is read. */
  title?: string
  definitionAt?: string
  standing:
    | { stage: string | null; since: string | null; staleFrom: string | null; lifecycleVersion: number }
    | undefined
  /** What makes it stand there now. */
  because: Reason[]
  moves: ShownMove[]
  catalogue: Catalogue
  /** That it was decided by hand, and the way to decide it. */
  byHand?: ReactNode
  isBinned?: boolean
}

/** Where a contact stands and why, and every earlier move with its own receipt. */
export function StandingCard({
  title,
  definitionAt = '/definitions',
  standing,
  because,
  moves,
  catalogue,
  byHand,
  isBinned,
}: Props) {
  const { t } = useTranslation()
  const titleId = useId()
  const format = useFormat()
  const [last] = moves
  return (
    <Paper p="md" component="section" aria-labelledby={titleId}>
      <Group gap={4} mb="sm">
        <Title order={2} id={titleId}>
          {title ?? t('receipt.title')}
        </Title>
        <GuideLink page="who-is-who" part="move" />
      </Group>
      {!standing && <Text c="dimmed">{t(isBinned ? 'receipt.binned' : 'receipt.pending')}</Text>}
      {standing && (
        <Stack gap="sm">
          <Group gap="sm">
            <StageWithDefinition stage={standing.stage} size="lg" />
            {standing.since && (
              <Text size="sm" c="dimmed" title={format.dateTime(standing.since)}>
                {t('receipt.since', { date: format.date(standing.since) })}
              </Text>
            )}
          </Group>
          <Patience from={standing.staleFrom} />
          {byHand}
          {standing.stage === null && moves.length === 0 && <Text size="sm">{t('receipt.outside')}</Text>}
          {last && (
            <Why
              cause={last.cause}
              because={because}
              noLonger={last.receipt.noLonger}
              hasComeBefore={last.receipt.hasComeBefore}
              catalogue={catalogue}
            />
          )}
          <Text size="xs">
            <Anchor component={Link} to={`${definitionAt}#${standing.stage ?? ''}`} size="xs">
              {t('receipt.definition', { version: standing.lifecycleVersion })}
            </Anchor>
          </Text>
          <History moves={moves} catalogue={catalogue} />
        </Stack>
      )}
    </Paper>
  )
}

/** Until when it may be there, or since when it has been there for too long. */
function Patience({ from }: { from: string | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!from) return null
  if (new Date(from) <= new Date()) return <StaleBadge from={from} />
  return (
    <Text size="xs" c="dimmed">
      {t('receipt.staleFrom', { date: format.date(from) })}
    </Text>
  )
}

type WhyProps = Pick<Receipt, 'because' | 'noLonger' | 'hasComeBefore'> & {
  cause: ShownMove['cause']
  catalogue: Catalogue
}

function Why({ cause, because, noLonger, hasComeBefore, catalogue }: WhyProps) {
  const { t } = useTranslation()
  return (
    <Stack gap={6}>
      <Text size="sm" fw={550}>
        {t(`receipt.causes.${cause}`)}
      </Text>
      {noLonger.length > 0 && (
        <>
          <Text size="xs" c="dimmed">
            {t('receipt.noLonger')}
          </Text>
          <Reasons reasons={noLonger} holds={false} catalogue={catalogue} />
        </>
      )}
      {hasComeBefore && because.length === 0 && <Text size="sm">{t('receipt.hasComeBefore')}</Text>}
      {because.length > 0 && (
        <>
          {noLonger.length > 0 && (
            <Text size="xs" c="dimmed">
              {t('receipt.still')}
            </Text>
          )}
          <Reasons reasons={inOrder(because)} holds catalogue={catalogue} />
        </>
      )}
    </Stack>
  )
}

/** What holds before what does not. */
const inOrder = (reasons: Receipt['because']) => reasons.toSorted((a, b) => Number(b.holds) - Number(a.holds))

function History({ moves, catalogue }: { moves: ShownMove[]; catalogue: Catalogue }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (moves.length === 0) return null
  return (
    <details className={classes.why}>
      <summary>{t('receipt.history', { count: moves.length })}</summary>
      <ol className={classes.moves}>
        {moves.map(move => (
          <li key={move.id}>
            <details className={classes.move}>
              <summary>
                {move.fromStage && (
                  <>
                    <StageBadge stage={move.fromStage} size="sm" />
                    <IconArrowRight size={14} aria-hidden />
                  </>
                )}
                <StageBadge stage={move.toStage} size="sm" />
                <Text span size="xs" c="dimmed">
                  <Moment at={move.at} absolute />
                </Text>
              </summary>
              <Why cause={move.cause} {...move.receipt} catalogue={catalogue} />
              <Text size="xs" c="dimmed" mt={6}>
                {t('receipt.asOf', { date: format.date(move.noticedAt), version: move.lifecycleVersion })}
              </Text>
            </details>
          </li>
        ))}
      </ol>
    </details>
  )
}
