import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readAmount } from './amounts.ts'
import { intlLocale } from './format.ts'

type Props = Omit<TextInputProps, 'value' | 'onChange'> & {
  value: number | null
  /** Null when it was emptied, NaN while what stands there is no number; beside it what was typed. */
  onChange: (value: number | null, typed: string) => void
}

/** A number typed with the marks of any language, and shown with those of the reader once they are done. */
export function AmountInput({ value, onChange, onBlur, ...rest }: Props) {
  const { i18n } = useTranslation()
  const [typed, setTyped] = useState<string>()
  const shown = value === null || Number.isNaN(value) ? '' : plain(value, i18n.language)
  const change = (text: string) => {
    setTyped(text)
    const read = readAmount(text, i18n.language === 'en' ? '.' : ',') ?? Number.NaN
    onChange(text.trim() === '' ? null : read, text)
  }
  return (
    <TextInput
      inputMode="decimal"
      {...rest}
      value={typed ?? shown}
      onChange={event => change(event.currentTarget.value)}
      onBlur={event => {
        if (!Number.isNaN(value)) setTyped(undefined)
        onBlur?.(event)
      }}
    />
  )
}

const plain = (value: number, language: string) =>
  new Intl.NumberFormat(intlLocale(language), { maximumFractionDigits: 4 }).format(value)
