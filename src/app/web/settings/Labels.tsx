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

/** A key out of a name: `Número de sedes` becomes `numero_de_sedes`; one that is taken gets a number. */
export function keyFrom(label: string, isTaken: (key: string) => boolean = () => false): string {
  const key = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 57)
  if (!key || !isTaken(key)) return key
  let number = 2
  while (isTaken(`${key}_${number}`)) number++
  return `${key}_${number}`
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
