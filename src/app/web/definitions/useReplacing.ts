import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { useEditing } from './useDraft.ts'

export type DraftBefore = Omit<Parameters<typeof api.lifecycle.saveDraft.call>[0], 'funnel'>

type Replaced = {
  /** The draft that is in place of the one before; absent when that one stays. */
  draft?: { revision: number }
  /** What is said of it, and what takes it back with the draft before, in one act; a draft alone is saved again. */
  said?: string
  takeBack?: (before?: DraftBefore) => Promise<unknown>
}

/** Replaces the whole draft, and offers the one before it again. */
export function useReplacing() {
  const { t } = useTranslation()
  const toasts = useToasts()
  const queries = useQueryClient()
  const { shown, saved, basedOn, forget, input } = useEditing()
  const saveAgain = async (before?: DraftBefore) =>
    before && api.lifecycle.saveDraft.call({ ...input, ...before })
  const replace = useMutation({
    mutationFn: async (how: () => Promise<Replaced>) => ({ before: shown, ...(await how()) }),
    onSuccess: async ({ before, draft, said = t('draft.replaced'), takeBack = saveAgain }) => {
      if (draft) forget()
      await queries.invalidateQueries()
      toasts.done(said, () =>
        takeBack(draft && { ...before, basedOn, revision: draft.revision }).finally(() =>
          queries.invalidateQueries(),
        ),
      )
    },
    onError: toasts.failed,
  })
  return { replace, revision: saved?.revision ?? 0, input }
}
