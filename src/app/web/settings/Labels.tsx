import { TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'

/** A name in the reader's language, and in the other one if they like. */
export type Labels = { label: string; other: string }

/** What is stored: the other language falls back to the one that was given. */
export function inBoth({ label, other }: Labels, language: string) {
  const [own, second] = [label.trim(), other.trim() || label.trim()]
  return language === 'en' ? { labelEn: own, labelEs: second } : { labelEs: own, labelEn: second }
}

export function LabelInputs<Values extends Labels>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput label={t('settings.fields.label')} data-autofocus {...form.getInputProps('label')} />
      <TextInput
        label={t('settings.fields.other')}
        description={t('settings.fields.otherAbout')}
        {...form.getInputProps('other')}
      />
    </>
  )
}
