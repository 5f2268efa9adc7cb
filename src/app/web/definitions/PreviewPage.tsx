import { Alert, Anchor, Button, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useAccess } from '../../../ui/access.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { Page } from '../../../ui/Page.tsx'
import { api } from '../api.ts'
import { useFunnelAddress, useFunnelInput } from '../funnelInView.ts'
import { BackToDefinitions } from './BackToDefinitions.tsx'
import { PreviewResult } from './PreviewResult.tsx'
import { PreviewRunning } from './PreviewRunning.tsx'
import { PublishHere } from './PublishHere.tsx'
import { useSavedDraft } from './useDraft.ts'
import { type Preview, usePreview } from './usePreview.ts'

/** What the draft would do to everybody. Asked for by coming here; nothing is written. */
export function PreviewPage() {
  const { t } = useTranslation()
  const address = useFunnelAddress()
  const navigate = useNavigate()
  const [isPublished, setPublished] = useState(false)
  const preview = usePreview()
  const kept = useSavedDraft()
  const asking = useAsking(
    preview.data && (preview.data.preview ?? null),
    kept?.draft && kept.flaws.length === 0,
  )
  if (preview.isPending || !kept || isPublished) return <Loading />
  if (preview.isError) return <Failed error={preview.error} retry={() => void preview.refetch()} />
  const shown = preview.data.preview
  const leave = () => {
    setPublished(true)
    void navigate(address('/definitions'), { replace: true })
  }
  return (
    <Page
      title={t('preview.title')}
      about={t('preview.about')}
      back={<BackToDefinitions />}
      actions={
        <>
          {shown && <Again preview={shown} again={() => asking.mutate()} />}
          {kept.draft && <PublishHere onPublished={leave} />}
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
function useAsking(preview: Preview | null | undefined, isSound: boolean | undefined) {
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

function Again({ preview, again }: { preview: Preview; again: () => void }) {
  const { t } = useTranslation()
  const canEdit = useAccess().can('definitions.manage')
  if (!canEdit || preview.state === 'running') return null
  return (
    <Button variant="default" onClick={again}>
      {t('preview.again')}
    </Button>
  )
}

function Found({ preview }: { preview: Preview }) {
  const { t } = useTranslation()
  const { state, result, isCurrent, askedAt } = preview
  if (state === 'failed')
    return (
      <Alert color="red" variant="light">
        {t('preview.failed')}
      </Alert>
    )
  if (state === 'running' || !result) return <PreviewRunning of={preview} />
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
