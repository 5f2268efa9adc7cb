import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnyText } from '../../ui/anyText.ts'
import { createApi } from '../../ui/client.ts'
import { activityContract } from '../contract.ts'
import { isEventName } from '../events.ts'

const api = createApi({ activity: activityContract })

/** The text of a signal, of the catalogue or the workspace's own; one that was removed keeps its key. */
export function useEventName(): (name: string) => string {
  const text = useAnyText()
  const label = useTranslation().i18n.language === 'en' ? 'labelEn' : 'labelEs'
  const own = useQuery(api.activity.types.queryOptions()).data?.types
  return useCallback(
    (name: string) => {
      if (isEventName(name)) return text(`activity.events.${name}`)
      return own?.find(signal => signal.name === name)?.[label] ?? name.replaceAll('_', ' ')
    },
    [text, own, label],
  )
}
