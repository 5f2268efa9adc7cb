import { Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format.ts'
import type { ShownTask } from './api.ts'
import { useTasking } from './tasking.ts'

type Props = { task: ShownTask; writable: boolean; children: ReactNode }

/** An open task: what, by when, whose; and that it is done. */
export function TaskLine({ task, writable, children }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { finish } = useTasking()
  const what = t(`tasks.kinds.${task.kind}`)
  const due = t(task.isOverdue ? 'tasks.overdue' : 'tasks.dueOn', { date: format.date(task.dueAt) })
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <div>
        {children}
        <Text size="xs" c={task.isOverdue ? undefined : 'dimmed'} fw={task.isOverdue ? 600 : undefined}>
          {due} · {task.assigneeName || t('tasks.nobody')}
        </Text>
      </div>
      {writable && (
        <Button
          size="compact-sm"
          variant="default"
          flex="none"
          aria-label={t('tasks.finishOf', { task: what, name: task.contactName })}
          loading={finish.isPending}
          onClick={() => finish.mutate(task.id)}
        >
          {t('tasks.finish')}
        </Button>
      )}
    </Group>
  )
}
