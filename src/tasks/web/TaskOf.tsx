import { Button, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../ui/Failed.tsx'
import type { TaskKind } from '../contract.ts'
import { api } from './api.ts'
import { TaskForm } from './TaskForm.tsx'
import { TaskLine } from './TaskLine.tsx'

type Props = {
  contact: { id: string; ownerId?: string | null }
  kind: TaskKind
  writable: boolean
  /** Whether there is still something to do: if not, only what is open already is shown. */
  isDue: boolean
}

/** What is open of a kind about a contact, or the way to add it. */
export function TaskOf({ contact, kind, writable, isDue }: Props) {
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  const found = useQuery(api.tasks.of.queryOptions({ input: { id: contact.id } }))
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />
  const open = found.data?.filter(task => task.kind === kind) ?? []
  if (open.length > 0)
    return (
      <Stack gap="xs">
        {open.map(task => (
          <TaskLine key={task.id} task={task} writable={writable}>
            <Text size="sm" fw={500}>
              {t(`tasks.kinds.${kind}`)}
            </Text>
          </TaskLine>
        ))}
      </Stack>
    )
  if (!writable || !isDue || !found.data) return null
  if (isAdding) return <TaskForm contact={contact} kind={kind} onClose={() => setAdding(false)} />
  return (
    <Button size="compact-sm" variant="light" w="fit-content" onClick={() => setAdding(true)}>
      {t('tasks.begin')}
    </Button>
  )
}
