import { useTranslation } from 'react-i18next'

/** What forms say at a field before anything is sent: the message, or null when it is right. */
export function useChecks() {
  const { t } = useTranslation()
  return {
    required: (value: string) => (value.trim() ? null : t('entry.required')),
    email: (value: string) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : t('entry.badEmail')),
    newPassword: (value: string) => ([...value].length >= 10 ? null : t('entry.shortPassword')),
  }
}
