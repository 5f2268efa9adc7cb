import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Criteria } from '../../../criteria/criteria.ts'
import { sentence } from '../../../criteria/sentence.ts'
import { useAnyText } from '../../../ui/anyText.ts'
import { useStageName } from '../../../ui/stageWords.ts'
import { api } from '../api.ts'

export type Definition = Awaited<ReturnType<typeof api.lifecycle.definitions.call>>['funnels'][number]

/** The definitions in force; the main funnel comes first. */
export const useDefinitions = () => useQuery(api.lifecycle.definitions.queryOptions({ input: {} }))

/** A criterion as a sentence in the reader's language, with the workspace's own names of fields and signals. */
export function useSentence(): (rule: Criteria) => string {
  const say = useAnyText()
  const { i18n } = useTranslation()
  const stage = useStageName()
  const fields = useQuery(api.contacts.fields.queryOptions()).data
  const signals = useQuery(api.activity.types.queryOptions()).data
  return useCallback(
    rule => {
      const inEnglish = i18n.language === 'en'
      const label = (key: string) => fields?.find(field => field.key === key)?.label
      const signal = (name: string) => signals?.types.find(type => type.name === name)
      return sentence(rule, say, {
        stage,
        field: key => label(key)?.[inEnglish ? 'en' : 'es'].toLocaleLowerCase(),
        event: name => signal(name)?.[inEnglish ? 'labelEn' : 'labelEs'],
      })
    },
    [say, i18n.language, fields, signals, stage],
  )
}
