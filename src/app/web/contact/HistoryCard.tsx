import { Anchor, Button, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useUndo } from '../../../contacts/web/parts.tsx'
import type { Catalogue } from '../../../criteria/web/parts.tsx'
import { useAccess } from '../../../ui/access.ts'
import { useAnyText } from '../../../ui/anyText.ts'
import { Failed } from '../../../ui/Failed.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { type ShownChange, useChangeLines } from './changeLines.ts'
import classes from './contact.module.css'

const atFirst = 5
const most = 200

type Props = { id: string; catalogue: Catalogue }

/** Every change of the contact's facts: who, when, from where, from what to what; each can be taken back. */
export function HistoryCard({ id, catalogue }: Props) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const changes = useQuery(
    api.contacts.changes.queryOptions({ input: { id, limit: all ? most : atFirst + 1 } }),
  )
  const shown = all ? changes.data : changes.data?.slice(0, atFirst)
  return (
    <Paper p="md" component="section" aria-labelledby="history-title">
      <Title order={2} id="history-title" mb="sm">
        {t('history.title')}
      </Title>
      {changes.isPending && <Loader size="sm" />}
      {changes.isError && <Failed error={changes.error} retry={() => void changes.refetch()} />}
      <Stack component="ol" gap="sm" className={classes.history}>
        {shown?.map(change => (
          <li key={change.id}>
            <ChangeItem change={change} catalogue={catalogue} />
          </li>
        ))}
      </Stack>
      {!all && (changes.data?.length ?? 0) > atFirst && (
        <Button size="compact-sm" variant="subtle" mt="xs" onClick={() => setAll(true)}>
          {t('history.all')}
        </Button>
      )}
    </Paper>
  )
}

function ChangeItem({ change, catalogue }: { change: ShownChange; catalogue: Catalogue }) {
  const { t } = useTranslation()
  const text = useAnyText()
  const lines = useChangeLines(catalogue)(change)
  const by = change.actorKind === 'system' ? undefined : change.actorName
  return (
    <>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <div>
          <Text size="sm" fw={550} td={change.undoneAt ? 'line-through' : undefined}>
            {text(`facts.sources.${change.kind}`)}
            {change.source && (
              <Text span size="sm" fw={400}>
                : {change.source}
              </Text>
            )}
          </Text>
          <Text size="xs" c="dimmed">
            {by && `${by} · `}
            <Moment at={change.at} />
            {change.undoneAt && ` · ${t('history.undone')}`}
          </Text>
        </div>
        <TakeBack change={change} />
      </Group>
      {lines.length > 0 && (
        <ul className={classes.changes}>
          {lines.map(({ key, label, from, to }) => (
            <li key={key}>
              <span>{label}</span> {from && <del>{from}</del>} {from && to && '→ '}
              {to && <ins>{to}</ins>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** An import and the demo data are undone where they were begun; another's act by who may delete. */
function TakeBack({ change }: { change: ShownChange }) {
  const { t } = useTranslation()
  const { can, user } = useAccess()
  const takeBack = useTakeBack(change)
  if (change.importId && can('imports.run'))
    return (
      <Anchor component={Link} to={`/imports/${change.importId}`} size="sm">
        {t('history.import')}
      </Anchor>
    )
  const isElsewhere = change.kind === 'import' || change.kind === 'demo'
  const isMine = change.actorId === user.id
  if (isElsewhere || change.undoneAt || !can('contacts.write') || !(isMine || can('contacts.delete')))
    return null
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={takeBack.isPending}
      onClick={() => takeBack.mutate()}
    >
      {t('ui.undo')}
    </Button>
  )
}

function useTakeBack({ id }: ShownChange) {
  const { t } = useTranslation()
  const toasts = useToasts()
  const queries = useQueryClient()
  const undo = useUndo()
  return useMutation({
    mutationFn: () => api.contacts.undo.call({ id }),
    onSuccess: async ({ changeSetId, kept }) => {
      toasts.done(t(kept.length > 0 ? 'history.keptSome' : 'ui.undone'), undo(changeSetId))
      await queries.invalidateQueries()
    },
    onError: toasts.failed,
  })
}
