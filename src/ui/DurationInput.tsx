import { Text, TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { durationText, readDuration } from '../platform/durations.ts'
import { intlLocale } from './format.ts'

type Props = Omit<TextInputProps, 'value' | 'onChange'> & {
  /** In seconds. */
  value: number | null
  /** Null when it was emptied, NaN while what stands there is no duration, which whoever asks says; beside it what was typed. */
  onChange: (value: number | null, typed: string) => void
}

/** A duration typed as people say it: a bare number is minutes, “1 h 30” and “90 s” are understood, and how it was is shown. */
export function DurationInput({ value, onChange, onBlur, ...rest }: Props) {
  const { t, i18n } = useTranslation()
  const [typed, setTyped] = useState<string>()
  const shown = value === null ? '' : durationText(intlLocale(i18n.language), value, 'exact')
  const isNone = typed !== undefined && typed.trim() !== '' && readDuration(typed) === undefined
  const change = (text: string) => {
    setTyped(text)
    onChange(text.trim() === '' ? null : (readDuration(text) ?? Number.NaN), text)
  }
  return (
    <TextInput
      placeholder={t('ui.duration.example')}
      rightSection={
        isBare(typed) && (
          <Text size="xs" c="dimmed">
            {t('ui.duration.minutes')}
          </Text>
        )
      }
      rightSectionWidth={40}
      error={isNone}
      {...rest}
      value={typed ?? shown}
      onChange={event => change(event.currentTarget.value)}
      onBlur={event => {
        if (!isNone) setTyped(undefined)
        onBlur?.(event)
      }}
    />
  )
}

const isBare = (typed = '') => /^\s*\d+(?:[.,]\d+)?\s*$/.test(typed)
