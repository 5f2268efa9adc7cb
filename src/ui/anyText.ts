import { useTranslation } from 'react-i18next'

/** `t` for keys that are put together from data (a catalogue's entry, a criterion's leaf); all others use `useTranslation`, whose keys are checked. */
export type AnyText = (key: string, params?: Record<string, unknown>) => string

export const useAnyText = (): AnyText => useTranslation().t as unknown as AnyText
