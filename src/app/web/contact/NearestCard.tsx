import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type Catalogue, useSentence } from '../../../criteria/web/parts.tsx'
import type { Nearest } from '../../../lifecycle/contract.ts'
import { useFormat } from '../../../ui/format.ts'
import { StageBadge } from '../../../ui/StageBadge.tsx'
import { api } from '../api.ts'
import { useFunnelInput } from '../funnelInView.ts'
import classes from './contact.module.css'

/** The nearest things that would move the contact on, or out of where it is. Nothing when there are none. */
export function NearestCard({ id, catalogue }: { id: string; catalogue: Catalogue }) {
  const { t } = useTranslation()
  const format = useFormat()
  const titleId = useId()
  const { next, out } =
    useQuery(api.lifecycle.nearest.queryOptions({ input: { id, ...useFunnelInput() } })).data ?? {}
  if (!next && !out) return null
  return (
    <Paper p="md" component="section" aria-labelledby={titleId}>
      <Title order={2} id={titleId} mb="sm">
        {t('nearest.title')}
      </Title>
      <Stack gap="sm">
        {next && (
          <div>
            <Group gap={6}>
              <IconArrowUpRight size={16} stroke={2} aria-hidden />
              <Text size="sm">{t('nearest.next')}</Text>
              <StageBadge stage={next.stage} size="sm" />
            </Group>
            <Ways ways={next.ways} catalogue={catalogue} />
          </div>
        )}
        {out && (
          <div>
            <Group gap={6}>
              <IconArrowDownRight size={16} stroke={2} aria-hidden />
              <Text size="sm">{t('nearest.out')}</Text>
            </Group>
            <Ways ways={out.ways} catalogue={catalogue} />
            {out.at && (
              <Text size="xs" c="dimmed">
                {t('nearest.at', { date: format.date(out.at) })}
              </Text>
            )}
          </div>
        )}
      </Stack>
    </Paper>
  )
}

type Ways = NonNullable<Nearest['next']>['ways']

const shown = 4

function Ways({ ways, catalogue }: { ways: Ways; catalogue: Catalogue }) {
  const sentence = useSentence(catalogue)
  return (
    <ul className={classes.ways}>
      {ways.slice(0, shown).map(way => (
        <li key={JSON.stringify(way)}>{sentence({ all: way })}</li>
      ))}
    </ul>
  )
}
