import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export type FunnelName = { es: string; en: string }

type Props = { value: FunnelName; onChange: (value: FunnelName) => void }

/** The name of a funnel: in the reader's language first. */
export function FunnelNames({ value, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const [own, other] = i18n.language === 'en' ? (['en', 'es'] as const) : (['es', 'en'] as const)
  return (
    <>
      <TextInput
        data-autofocus
        required
        label={t('funnels.name')}
        maxLength={80}
        value={value[own]}
        onChange={event => onChange({ ...value, [own]: event.currentTarget.value })}
      />
      <TextInput
        label={t('funnels.otherName')}
        description={t('funnels.otherNameAbout')}
        maxLength={80}
        value={value[other]}
        onChange={event => onChange({ ...value, [other]: event.currentTarget.value })}
      />
    </>
  )
}
