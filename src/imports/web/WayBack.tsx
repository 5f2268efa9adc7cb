import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useToasts } from '../../ui/toasts.tsx'
import { api, type ImportListed } from './api.ts'
import { AskFirst } from './DiscardButton.tsx'

/** An act on an import whose answer is shown at once. */
export function useAct({ id }: { id: string }, act: 'run' | 'stop' | 'undo') {
  const queries = useQueryClient()
  const { failed } = useToasts()
  return useMutation({
    mutationFn: () => api.imports[act].call({ id }),
    onSuccess: answer => {
      queries.setQueryData(api.imports.get.queryKey({ input: { id } }), answer)
      void queries.invalidateQueries({ queryKey: api.imports.list.key() })
    },
    onError: failed,
  })
}

type Props = { job: ImportListed; size?: 'xs' }

export function UndoButton({ job, size }: Props) {
  const { t } = useTranslation()
  const undo = useAct(job, 'undo')
  return (
    <AskFirst
      label={t('imports.run.undo')}
      size={size}
      ask={t('imports.run.undoAsk')}
      about={t('imports.run.undoAbout')}
      onConfirm={() => undo.mutate()}
      busy={undo.isPending}
    />
  )
}

/** Imports the file of an undone import again; without its file, leads to where another is chosen. */
export function RepeatButton({ job, size }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { failed } = useToasts()
  const repeat = useMutation(
    api.imports.repeat.mutationOptions({
      onSuccess: ({ id }) => navigate(`/imports/${id}`),
      onError: failed,
    }),
  )
  if (!job.hasFile)
    return (
      <Button component={Link} to="/imports" variant="default" size={size}>
        {t('imports.new')}
      </Button>
    )
  return (
    <Button
      variant="default"
      size={size}
      loading={repeat.isPending}
      onClick={() => repeat.mutate({ id: job.id })}
    >
      {t('imports.run.repeat')}
    </Button>
  )
}
