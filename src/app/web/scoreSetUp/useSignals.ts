import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { isEventName } from '../../../activity/events.ts'
import { useAnyText } from '../../../ui/anyText.ts'
import { api } from '../api.ts'
import { signalsOf } from './signals.ts'

const useOwn = () => useQuery(api.activity.types.queryOptions()).data?.types ?? []

/** Every signal that there is here, the catalogue's and the workspace's own. */
export const useSignals = () => signalsOf(useOwn())

export function useSignalNames() {
  const { i18n } = useTranslation()
  const text = useAnyText()
  const own = useOwn()
  return (name: string): string => {
    if (isEventName(name)) return text(`activity.events.${name}`)
    const type = own.find(each => each.name === name)
    return (i18n.language === 'en' ? type?.labelEn : type?.labelEs) ?? name
  }
}
