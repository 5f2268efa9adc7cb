import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useToasts } from '../../ui/toasts.tsx'
import { api } from './api.ts'

type NewTask = Parameters<typeof api.tasks.add.call>[0]

/** Adds a task and does one; each can be undone where it is told. */
export function useTasking() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const toasts = useToasts()
  const refresh = () => queries.invalidateQueries()
  const told = (said: string) => ({
    onSuccess: async ({ changeSetId }: { changeSetId: string }) => {
      toasts.done(said, async () => {
        await api.contacts.undo.call({ id: changeSetId })
        await refresh()
      })
      await refresh()
    },
    onError: toasts.failed,
  })
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
