import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { useEditing } from './useDraft.ts'

type Replaced = {
  draft?: { revision: number }
  /** Takes back what else came with it. */
  takeBack?: () => Promise<unknown>
}

/** Replaces the whole draft, and offers the one before it again. */
export function useReplacing() {
  const { t } = useTranslation()
  const toasts = useToasts()
  const queries = useQueryClient()
  const { shown, saved, inForceVersions, forget, input } = useEditing()
  const replace = useMutation({
    mutationFn: (how: () => Promise<Replaced>) => how(),
    onSuccess: async ({ draft, takeBack }) => {
      const before = shown
      forget()
      await queries.invalidateQueries()
      toasts.done(t(takeBack ? 'draft.broughtIn' : 'draft.replaced'), async () => {
        await takeBack?.()
        const { lifecycleVersion, scoreVersion } = saved ?? inForceVersions
        const basedOn = { lifecycleVersion, scoreVersion }
        await api.lifecycle.saveDraft.call({ ...input, ...before, basedOn, revision: draft?.revision })
        await queries.invalidateQueries()
      })
    },
    onError: toasts.failed,
  })
  return { replace, revision: saved?.revision ?? 0, input }
}
