import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export type Words = { es: string; en: string }

type Props = {
  value: Words
  onChange: (value: Words) => void
  label?: string
  otherLabel?: string
  description?: string
  usual?: Words
  required?: boolean
  autoFocus?: boolean
}

/** A word in both languages, the reader's first. */
export function NamesInBoth({ value, onChange, usual, required, autoFocus, ...said }: Props) {
  const { t, i18n } = useTranslation()
  const [own, other] = i18n.language === 'en' ? (['en', 'es'] as const) : (['es', 'en'] as const)
  return (
    <>
      <TextInput
        data-autofocus={autoFocus || undefined}
        required={required}
        label={said.label ?? t('funnels.name')}
        description={said.description}
        placeholder={usual?.[own]}
        maxLength={80}
        value={value[own]}
        onChange={event => onChange({ ...value, [own]: event.currentTarget.value })}
      />
      <TextInput
        label={said.otherLabel ?? t('funnels.otherName')}
        description={t('funnels.otherNameAbout')}
        placeholder={value[own] || usual?.[other]}
        maxLength={80}
        value={value[other]}
        onChange={event => onChange({ ...value, [other]: event.currentTarget.value })}
      />
    </>
  )
}
