import { Button, Group, Text } from '@mantine/core'
import { Notifications, notifications, notificationsStore } from '@mantine/notifications'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from './Failed.tsx'
import classes from './toasts.module.css'
import { useUndoKey } from './useUndoKey.ts'

/** Time to notice and press undo (reference: at least 10 s). */
const undoTime = 12_000
const atOnce = 2

/** Where the messages appear. A bar that stands at the foot of a page says so with `data-bar`, and they appear above it. */
export const Toasts = () => (
  <Notifications position="bottom-center" limit={atOnce} classNames={{ root: classes.root }} />
)

/** Comes at once, because its undo is that of the last act: the oldest makes room. */
function show(message: Parameters<typeof notifications.show>[0]): string {
  const shown = notificationsStore.getState().notifications
  for (const { id } of shown.slice(0, Math.max(0, shown.length - atOnce + 1))) if (id) notifications.hide(id)
  return notifications.show(message)
}

/** Short messages at the foot. `done` offers undo for 12 s when given a way back, by Ctrl+Z too. */
export function useToasts() {
  const { t } = useTranslation()
  const problemText = useProblemText()
  return useMemo(() => {
    const closeButtonProps = { 'aria-label': t('ui.close') }
    const failed = (error: unknown) => {
      const { what, remedy, id } = problemText(error)
      const reference = id ? ` (${t('ui.failed.id', { id })})` : ''
      const shown = { color: 'red', title: what, message: remedy + reference }
      show({ ...shown, autoClose: undoTime, closeButtonProps })
    }
    const done = (message: string, undo?: () => Promise<unknown>) => {
      const id = show({
        message: undo ? <WithUndo message={message} label={t('ui.undo')} undo={takeBack} /> : message,
        autoClose: undo ? undoTime : 5000,
        closeButtonProps,
      })
      function takeBack() {
        const running = { id, message: t('ui.undoing'), loading: true, autoClose: false, closeButtonProps }
        const ended = { id, message: t('ui.undone'), loading: false, autoClose: 5000, closeButtonProps }
        notifications.update(running)
        undo?.().then(
          () => notifications.update(ended),
          error => {
            notifications.hide(id)
            failed(error)
          },
        )
      }
    }
    return { done, failed }
  }, [t, problemText])
}

function WithUndo({ message, label, undo }: { message: string; label: string; undo: () => void }) {
  useUndoKey(undo)
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{message}</Text>
      <Button size="compact-sm" variant="light" flex="none" aria-keyshortcuts="Control+Z" onClick={undo}>
        {label}
      </Button>
    </Group>
  )
}
