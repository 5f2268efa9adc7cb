import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnyText } from '../../ui/anyText.ts'
import { createApi } from '../../ui/client.ts'
import { activityContract } from '../contract.ts'
import { eventGroups, eventNames, eventTypes, isEventName } from '../events.ts'

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

/** All signals by group, the workspace's own last. */
export function useSignalOptions() {
  const { t } = useTranslation()
  const text = useAnyText()
  const named = useEventName()
  const own = useQuery(api.activity.types.queryOptions()).data?.types ?? []
  const option = (name: string) => ({ value: name, label: named(name) })
  const groups = eventGroups.map(group => ({
    group: text(`activity.groups.${group}`),
    items: eventNames.filter(name => eventTypes[name].group === group).map(option),
  }))
  const ours = { group: t('criteriaEditor.signals.own'), items: own.map(({ name }) => option(name)) }
  return ours.items.length ? [...groups, ours] : groups
}
