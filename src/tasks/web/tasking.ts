import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useTold } from '../../contacts/web/parts.tsx'
import { api } from './api.ts'

type NewTask = Parameters<typeof api.tasks.add.call>[0]

/** Adds a task and does one; each can be undone where it is told. */
export function useTasking() {
  const { t } = useTranslation()
  const told = useTold()
  const add = useMutation({
    mutationFn: (task: NewTask) => api.tasks.add.call(task),
    ...told(t('tasks.added')),
  })
  const finish = useMutation({
    mutationFn: (id: string) => api.tasks.finish.call({ id }),
    ...told(t('tasks.finished')),
  })
  return { add, finish }
}
