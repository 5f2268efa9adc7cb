import { Alert, Anchor, Button, Progress, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useAccess } from '../../../ui/access.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Loading } from '../../../ui/Loading.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { Page } from '../../../ui/Page.tsx'
import { api } from '../api.ts'
import { useFunnelAddress, useFunnelInput } from '../funnelInView.ts'
import { BackToDefinitions } from './BackToDefinitions.tsx'
import { PreviewResult } from './PreviewResult.tsx'
import { PublishHere } from './PublishHere.tsx'
import { useSavedDraft } from './useDraft.ts'

type Shown = NonNullable<Awaited<ReturnType<typeof api.lifecycle.preview.call>>['preview']>

/** What the draft would do to everybody. Asked for by coming here; nothing is written. */
export function PreviewPage() {
  const { t } = useTranslation()
  const input = useFunnelInput()
  const address = useFunnelAddress()
  const preview = useQuery({
    ...api.lifecycle.preview.queryOptions({ input }),
    refetchInterval: query => (query.state.data?.preview?.state === 'running' ? 1000 : false),
  })
  const kept = useSavedDraft()
  const asking = useAsking(
    preview.data && (preview.data.preview ?? null),
    kept?.draft && kept.flaws.length === 0,
  )
  if (preview.isPending || !kept) return <Loading />
  if (preview.isError) return <Failed error={preview.error} retry={() => void preview.refetch()} />
  const shown = preview.data.preview
  return (
    <Page
      title={t('preview.title')}
      about={t('preview.about')}
      back={<BackToDefinitions />}
      actions={
        <>
          {shown && <Again preview={shown} again={() => asking.mutate()} />}
          {kept.draft && <PublishHere />}
        </>
      }
    >
      {asking.isError && <Failed error={asking.error} retry={() => asking.mutate()} />}
      {!kept.draft && (
        <Empty title={t('preview.noDraft')} about={t('preview.noDraftAbout')}>
          <Button component={Link} to={address('/definitions')} variant="default">
            {t('definitions.title')}
          </Button>
        </Empty>
      )}
      {kept.draft && kept.flaws.length > 0 && (
        <Alert color="red" variant="light">
          {t('draft.flawed')}{' '}
          <Anchor component={Link} to={address('/definitions')} size="sm">
            {t('definitions.title')}
          </Anchor>
        </Alert>
      )}
      {kept.draft && shown && <Found preview={shown} />}
    </Page>
  )
}

/** Asks once when there is no preview of the draft as it is. */
function useAsking(preview: Shown | null | undefined, isSound: boolean | undefined) {
  const queries = useQueryClient()
  const input = useFunnelInput()
  const canEdit = useAccess().can('definitions.manage')
  const asking = useMutation({
    mutationFn: () => api.lifecycle.askPreview.call(input),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['lifecycle', 'preview'] }),
  })
  const wasAsked = useRef(false)
  const { mutate } = asking
  useEffect(() => {
    if (wasAsked.current || preview === undefined || !isSound || !canEdit) return
    wasAsked.current = true
    if (!preview?.isCurrent || preview.state === 'failed') mutate()
  }, [preview, isSound, canEdit, mutate])
  return asking
}

function Again({ preview, again }: { preview: Shown; again: () => void }) {
  const { t } = useTranslation()
  const canEdit = useAccess().can('definitions.manage')
  if (!canEdit || preview.state === 'running') return null
  return (
    <Button variant="default" onClick={again}>
      {t('preview.again')}
    </Button>
  )
}

function Found({ preview }: { preview: Shown }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { state, done, total, result, isCurrent, askedAt } = preview
  if (state === 'failed')
    return (
      <Alert color="red" variant="light">
        {t('preview.failed')}
      </Alert>
    )
  if (state === 'running' || !result)
    return (
      <div role="status">
        <Text size="sm">
          {t('preview.running', { done: format.number(done), total: format.number(total) })}
        </Text>
        <Progress value={total ? (100 * done) / total : 0} mt="xs" animated aria-label={t('preview.title')} />
      </div>
    )
  return (
    <>
      {!isCurrent && (
        <Alert color="yellow" variant="light">
          {t('preview.outdated')}
        </Alert>
      )}
      <Text size="xs" c="dimmed">
        {t('preview.asOf')} <Moment at={askedAt} absolute />
      </Text>
      <PreviewResult result={result} />
    </>
  )
}
