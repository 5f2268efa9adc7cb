import { Alert, Anchor, Button, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { problemOf } from '../../../ui/client.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormEnd } from '../../../ui/FormEnd.tsx'
import { useFormat } from '../../../ui/format.ts'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { useFunnelAddress } from '../funnelInView.ts'
import { Changes } from './Changes.tsx'
import { useFlawText } from './Flaws.tsx'
import { PreviewRunning } from './PreviewRunning.tsx'
import { useEditing, versionsOf } from './useDraft.ts'
import { usePreview } from './usePreview.ts'
import { rejudgedIn } from './Verdicts.tsx'

type Props = { onClose: () => void; onPublished?: () => void }

/** What is about to be in force, why, and what is known of what it does. */
export function PublishDialog({ onClose, onPublished }: Props) {
  const { t } = useTranslation()
  const { changes, flaws } = useEditing()
  const [note, setNote] = useState('')
  const publishing = usePublishing(onClose, onPublished)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    publishing.mutate(note)
  }
  return (
    <Dialog title={t('draft.publishTitle')} onClose={onClose} size="lg">
      <form onSubmit={submit}>
        <Stack>
          <Changes changes={changes} />
          <Foretold />
          <FlawList />
          <Textarea
            data-autofocus
            required
            label={t('draft.note')}
            description={t('draft.noteAbout')}
            autosize
            minRows={2}
            maxLength={500}
            value={note}
            onChange={event => setNote(event.currentTarget.value)}
          />
          {publishing.isError && <Problem error={publishing.error} />}
          <FormEnd onClose={onClose} missing={[!note.trim() && t('draft.note')]}>
            <Button type="submit" loading={publishing.isPending} disabled={!note.trim() || flaws.length > 0}>
              {t('draft.publish')}
            </Button>
          </FormEnd>
        </Stack>
      </form>
    </Dialog>
  )
}

function usePublishing(onClose: () => void, onPublished?: () => void) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const toasts = useToasts()
  const { saved, forget, input } = useEditing()
  const undo = async (before: ReturnType<typeof versionsOf>) => {
    await api.lifecycle.republish.call({ ...input, versions: before, note: t('draft.undoNote') })
    await queries.invalidateQueries()
  }
  return useMutation({
    mutationFn: (note: string) =>
      api.lifecycle.publishDraft.call({ ...input, revision: saved?.revision ?? 1, note }),
    onSuccess: async () => {
      onClose()
      forget()
      onPublished?.()
      const before = saved && versionsOf(saved)
      toasts.done(t('draft.published'), before && (() => undo(before)))
      await queries.invalidateQueries()
    },
  })
}

/** What the preview said, or how far it is, when it is of this very draft. */
function Foretold() {
  const { t } = useTranslation()
  const format = useFormat()
  const address = useFunnelAddress()
  const preview = usePreview().data?.preview
  const result = preview?.isCurrent ? preview.result : undefined
  const link = (
    <Anchor component={Link} to={address('/definitions/preview')} size="sm" c="inherit" underline="always">
      {t('draft.preview')}
    </Anchor>
  )
  if (preview?.isCurrent && preview.state === 'running') return <PreviewRunning of={preview} />
  if (!result)
    return (
      <Alert variant="light" color="yellow">
        {t('draft.notPreviewed')} {link}
      </Alert>
    )
  const rejudged = rejudgedIn(result)
  return (
    <Text size="sm">
      {t(result.rescored > 0 ? 'draft.foretold' : 'draft.foretoldMoves', {
        count: result.moved,
        moved: format.number(result.moved),
        rescored: format.number(result.rescored),
      })}{' '}
      {result.verdicts && t('preview.rejudged', { count: rejudged, number: format.number(rejudged) })} {link}
    </Text>
  )
}

function FlawList() {
  const { t } = useTranslation()
  const text = useFlawText()
  const { flaws } = useEditing()
  if (flaws.length === 0) return null
  return (
    <Alert color="red" variant="light" title={t('draft.flawed')}>
      <ul>
        {flaws.map(flaw => (
          <li key={flaw.path.join('.') + flaw.code}>{text(flaw)}</li>
        ))}
      </ul>
    </Alert>
  )
}

/** The refusal; when another version came between, the way to go on from it. */
function Problem({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const toasts = useToasts()
  const { shown, saved, input } = useEditing()
  const problem = problemOf(error)
  const rebase = async () => {
    try {
      const { funnels } = await api.lifecycle.definitions.call({})
      const inForce = funnels.find(({ key, isMain }) => (input.funnel ? key === input.funnel : isMain))
      const basedOn = versionsOf(inForce ?? { lifecycleVersion: 1, scoreVersion: 1 })
      await api.lifecycle.saveDraft.call({ ...input, ...shown, basedOn, revision: saved?.revision ?? 0 })
      await queries.invalidateQueries({ queryKey: ['lifecycle'] })
    } catch (failed) {
      toasts.failed(failed)
    }
  }
  return (
    <Alert color="red" variant="light" role="alert">
      <Stack gap="xs" align="flex-start">
        {problem?.message ?? t('draft.failed')}
        {problem?.code === 'lifecycle.published_meanwhile' && (
          <Button size="xs" variant="default" onClick={() => void rebase()}>
            {t('draft.rebase')}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}
