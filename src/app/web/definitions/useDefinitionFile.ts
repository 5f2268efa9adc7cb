import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { type DraftBefore, useReplacing } from './useReplacing.ts'

export type Foreseen = Awaited<ReturnType<typeof api.definitionFile.foresee.call>>

/** A file of definitions on its way in: one that changes more than the draft is shown first. */
export function useDefinitionFile() {
  const { t } = useTranslation()
  const toasts = useToasts()
  const { replace, revision, input } = useReplacing()
  const [chosen, setChosen] = useState<{ file: File; foreseen: Foreseen }>()
  const leave = () => setChosen(undefined)
  const bringIn = (file: File) =>
    replace.mutate(
      async () => {
        const query = { ...input, revision }
        const { draft, back } = await api.definitionFile.bringIn.call({ body: raw(file), query })
        const takeBack = (draft?: DraftBefore) => api.definitionFile.takeBack.call({ ...input, back, draft })
        return { draft, said: t('draft.broughtIn'), takeBack }
      },
      { onSuccess: leave },
    )
  const foreseeing = useMutation({
    mutationFn: (file: File) => api.definitionFile.foresee.call({ body: raw(file), query: input }),
    onSuccess: (foreseen, file) => {
      const { name, own } = foreseen.atOnce
      if (name || own.length) setChosen({ file, foreseen })
      else if (foreseen.definitions) bringIn(file)
      else toasts.done(t('draft.broughtNothing'))
    },
    onError: toasts.failed,
  })
  return {
    foreseen: chosen && { ...chosen.foreseen, fileName: chosen.file.name },
    foresee: (file: File) => foreseeing.mutate(file),
    bringIn: () => chosen && bringIn(chosen.file),
    isBringing: replace.isPending,
    leave,
  }
}

/** Whatever the browser believes a file to be, it is sent as it is. */
const raw = (file: File) => new File([file], file.name, { type: 'application/octet-stream' })
