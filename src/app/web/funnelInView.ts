import { createContext, useCallback, useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** The key of the funnel that a part of the page is about; undefined is the main one. */
export const FunnelContext = createContext<string | undefined>(undefined)

export const useFunnelInView = () => useContext(FunnelContext)

/** How calls name it: the main one is meant when none is named. */
export const inputOf = (funnel: string | undefined): { funnel?: string } => (funnel ? { funnel } : {})

export function useFunnelInput(): { funnel?: string } {
  const funnel = useFunnelInView()
  return useMemo(() => inputOf(funnel), [funnel])
}

/** An address of the definitions about the funnel in view: `/definitions/preview` → `/definitions/preview?funnel=courses`. */
export function useFunnelAddress(): (address: string) => string {
  const funnel = useFunnelInView()
  return address => (funnel ? `${address}?${new URLSearchParams({ funnel })}` : address)
}

/** What people call a funnel: its own name, else the one that every main funnel has. */
export function useFunnelName(): (funnel: { name: { es: string; en: string } }) => string {
  const { t, i18n } = useTranslation()
  const locale = i18n.language === 'en' ? 'en' : 'es'
  return useCallback(({ name }) => name[locale] || t('funnels.main'), [t, locale])
}
