import { Button, Group, Text } from '@mantine/core'
import { Notifications, notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from './Failed.tsx'
import classes from './toasts.module.css'

/** Time to notice and press undo (reference: at least 10 s). */
const undoTime = 12_000

/** Where the messages appear. A bar that stands at the foot of a page says so with `data-bar`, and they appear above it. */
export const Toasts = () => (
  <Notifications position="bottom-center" limit={2} classNames={{ root: classes.root }} />
)

/** Short messages at the foot. `done` offers undo for 12 s when given a way back. */
export function useToasts() {
  const { t } = useTranslation()
  const problemText = useProblemText()
  return useMemo(() => {
    const closeButtonProps = { 'aria-label': t('ui.close') }
    const failed = (error: unknown) => {
      const { what, remedy, id } = problemText(error)
      const reference = id ? ` (${t('ui.failed.id', { id })})` : ''
      const shown = { color: 'red', title: what, message: remedy + reference }
      notifications.show({ ...shown, autoClose: undoTime, closeButtonProps })
    }
    const done = (message: string, undo?: () => Promise<unknown>) => {
      const id = notifications.show({
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
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{message}</Text>
      <Button size="compact-sm" variant="light" flex="none" onClick={undo}>
        {label}
      </Button>
    </Group>
  )
}
