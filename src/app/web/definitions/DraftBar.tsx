import { ActionIcon, Alert, Button, Group, Text, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowBackUp, IconEye } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Confirm } from '../../../ui/Confirm.tsx'
import { messagesAbove } from '../../../ui/footBar.ts'
import { Moment } from '../../../ui/Moment.tsx'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { useFunnelAddress } from '../funnelInView.ts'
import { DraftMenu } from './DraftMenu.tsx'
import classes from './definitions.module.css'
import { PublishDialog } from './PublishDialog.tsx'
import { useEditing } from './useDraft.ts'

type Props = { canEdit: boolean; isInForceRead?: boolean }

/** At the foot of the page while a draft differs from what is in force: how much, whose, and what can be done with it. */
export function DraftBar({ canEdit, isInForceRead }: Props) {
  const { t } = useTranslation()
  const { changes, undo, canUndo } = useEditing()
  const [isPublishing, { open, close }] = useDisclosure()
  const hasChanges = changes.length > 0
  return (
    <section
      className={classes.bar}
      aria-label={t('draft.title')}
      data-quiet={!hasChanges}
      data-bar={hasChanges || undefined}
      ref={hasChanges ? messagesAbove : undefined}
    >
      {canEdit && <SetAside />}
      <div className={classes.barText}>
        <Text fw={600} size="sm" role="status">
          {hasChanges ? t('draft.count', { count: changes.length }) : t('draft.none')}
        </Text>
        <Touched />
      </div>
      {canEdit && (
        <div className={classes.barActs}>
          {canUndo && !isInForceRead && (
            <Tooltip label={t('draft.undo')}>
              <ActionIcon variant="default" size="lg" aria-label={t('draft.undo')} onClick={undo}>
                <IconArrowBackUp size={17} stroke={1.8} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
          <DraftMenu />
        </div>
      )}
      {canEdit && hasChanges && <DraftActs onPublish={open} />}
      {isPublishing && <PublishDialog onClose={close} />}
    </section>
  )
}

/** What becomes of the draft. On a phone these are a row of their own. */
function DraftActs({ onPublish }: { onPublish: () => void }) {
  const { t } = useTranslation()
  const { isSaving } = useEditing()
  const address = useFunnelAddress()
  return (
    <div className={`${classes.barActs} ${classes.barEnds}`}>
      <Discard />
      <Button
        component={Link}
        to={address('/definitions/preview')}
        variant="default"
        leftSection={<IconEye size={16} stroke={1.8} aria-hidden />}
      >
        {t('draft.preview')}
      </Button>
      <Button onClick={onPublish} disabled={isSaving}>
        {t('draft.publish')}
      </Button>
    </div>
  )
}

/** What somebody else's save kept from being saved: it is not lost, and can be made again on theirs. */
function SetAside() {
  const { t } = useTranslation()
  const { setAside, takeUpAgain, leaveAside } = useEditing()
  if (setAside.length === 0) return null
  return (
    <Alert variant="light" color="yellow" role="alert" flex="1 1 100%" p="xs">
      <Text size="sm">{t('draft.setAside', { count: setAside.length })}</Text>
      <Group gap="xs" mt={6}>
        <Button size="compact-sm" onClick={takeUpAgain}>
          {t('draft.takeUpAgain')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={leaveAside}>
          {t('draft.leaveAside')}
        </Button>
      </Group>
    </Alert>
  )
}

function Touched() {
  const { t } = useTranslation()
  const { saved, isSaving, changes } = useEditing()
  if (isSaving)
    return (
      <Text size="xs" c="dimmed">
        {t('draft.saving')}
      </Text>
    )
  if (!saved || changes.length === 0)
    return (
      <Text size="xs" c="dimmed">
        {t('draft.noneAbout')}
      </Text>
    )
  return (
    <Text size="xs" c="dimmed" className={classes.barTouched}>
      {t('draft.touched', { name: saved.touchedByName })} <Moment at={saved.touchedAt} />
    </Text>
  )
}

function Discard() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const toasts = useToasts()
  const { forget, shown, inForce, basedOn, input } = useEditing()
  const { queryKey } = api.lifecycle.draft.queryOptions({ input })
  const refresh = () => queries.invalidateQueries({ queryKey })
  const discard = async () => {
    const before = shown
    try {
      await api.lifecycle.discardDraft.call(input)
      forget()
      await refresh()
      toasts.done(t('draft.discarded'), async () => {
        await api.lifecycle.saveDraft.call({
          ...input,
          ...before,
          basedOn,
          revision: 0,
        })
        await refresh()
      })
    } catch (error) {
      toasts.failed(error)
    }
  }
  return inForce === shown ? null : (
    <Confirm
      isWide
      label={t('draft.discard')}
      sure={t('draft.discardSure')}
      onConfirm={() => void discard()}
    />
  )
}
