import { Anchor, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useAccess } from '../../ui/access.ts'
import type { ShownTask } from './api.ts'
import { TaskLine } from './TaskLine.tsx'

/** What is to be done about several contacts, each a click away. */
export function OpenTasks({ tasks, all }: { tasks: ShownTask[]; all: number }) {
  const { t } = useTranslation()
  const { can } = useAccess()
  return (
    <Stack gap="sm">
      {tasks.map(task => (
        <TaskLine key={task.id} task={task} writable={can('contacts.write')}>
          <Anchor
            component={Link}
            to={`/${task.contactKind === 'organization' ? 'organizations' : 'contacts'}/${task.contactId}`}
            size="sm"
            fw={500}
          >
            {task.contactName}
          </Anchor>
          <Text size="sm">{t(`tasks.kinds.${task.kind}`)}</Text>
        </TaskLine>
      ))}
      {all > tasks.length && (
        <Text size="xs" c="dimmed">
          {t('tasks.more', { count: all - tasks.length })}
        </Text>
      )}
    </Stack>
  )
}
