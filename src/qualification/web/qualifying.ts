import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useTold } from '../../contacts/web/parts.tsx'
import { api } from './api.ts'

export type NewAnswer = Parameters<typeof api.qualification.answer.call>[0]['answers'][number]
export type NewDisqualification = Omit<Parameters<typeof api.qualification.disqualify.call>[0], 'id'>

/** Writes an answer, disqualifies, takes it back: each can be undone where it is told, and all that it touches is shown anew. */
export function useQualifying(id: string) {
  const { t } = useTranslation()
  const told = useTold()
  const answer = useMutation({
    mutationFn: (given: NewAnswer) => api.qualification.answer.call({ id, answers: [given] }),
    ...told(t('qualification.answered')),
  })
  const disqualify = useMutation({
    mutationFn: (given: NewDisqualification) => api.qualification.disqualify.call({ id, ...given }),
    ...told(t('qualification.disqualified')),
  })
  const requalify = useMutation({
    mutationFn: () => api.qualification.requalify.call({ id }),
    ...told(t('qualification.requalified')),
  })
  return { answer, disqualify, requalify }
}
