import { Anchor, Drawer, Stack, Text, Title } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useCalled } from '../../../contacts/web/parts.tsx'
import type { Side } from '../../../lifecycle/contract.ts'
import { Reasons } from '../../../lifecycle/web/parts.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { ScoreBar } from '../../../ui/ScoreBar.tsx'
import { Temperature } from '../../../ui/Temperature.tsx'
import { api } from '../api.ts'
import { useFunnelInput } from '../funnelInView.ts'
import { useCatalogue } from '../lists/source.ts'
import classes from './preview.module.css'
import { StageOfDraft } from './StageOfDraft.tsx'

type Props = { contact: { id: string; name: string; kind: 'person' | 'organization' }; onClose: () => void }

/** One contact under what is in force and under the draft, side by side. */
export function BothReceipts({ contact: { id, name, kind }, onClose }: Props) {
  const { t } = useTranslation()
  const called = useCalled()
  const isNarrow = useMediaQuery('(max-width: 48em)')
  const both = useQuery(api.lifecycle.bothReceipts.queryOptions({ input: { id, ...useFunnelInput() } }))
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={isNarrow ? '100%' : 860}
      title={
        <Anchor component={Link} to={`/${kind === 'person' ? 'contacts' : 'organizations'}/${id}`} fw={600}>
          {called(name).text}
        </Anchor>
      }
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {both.isPending && <Loading />}
      {both.isError && <Failed error={both.error} retry={() => void both.refetch()} />}
      {both.data && (
        <div className={classes.sides}>
          <SideShown title={t('preview.now')} side={both.data.now} />
          <SideShown title={t('preview.would')} side={both.data.would} />
        </div>
      )}
    </Drawer>
  )
}

/** Where a contact stands under some definitions, and why. */
export function SideShown({ title, side }: { title: string; side: Side }) {
  const { t } = useTranslation()
  const catalogue = useCatalogue()
  return (
    <section className={classes.side} aria-label={title}>
      <Title order={3}>{title}</Title>
      <StageOfDraft stage={side.stage} />
      <span className={classes.scores}>
        <ScoreBar total={side.total} fit={side.fit} engagement={side.engagement} />
        <Temperature value={side.temperature} />
      </span>
      {side.notMet.length > 0 && (
        <Stack gap={4}>
          <Text size="xs" c="dimmed">
            {t('preview.notMet')}
          </Text>
          <Reasons reasons={side.notMet} holds={false} catalogue={catalogue} />
        </Stack>
      )}
      {side.because.length > 0 && (
        <Stack gap={4}>
          <Text size="xs" c="dimmed">
            {t('preview.because')}
          </Text>
          <Reasons
            reasons={side.because.toSorted((a, b) => Number(b.holds) - Number(a.holds))}
            holds
            catalogue={catalogue}
          />
        </Stack>
      )}
    </section>
  )
}
