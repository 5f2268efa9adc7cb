import { Autocomplete } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readHour } from './readHour.ts'
import { useValidity } from './useValidity.ts'

type Props = {
  label: string
  placeholder: string
  value: string | null
  onChange: (hour: string | null) => void
  /** What the clocks show now, and whether the hour may not be later. */
  clock: string
  past?: boolean
}

const halves = Array.from({ length: 30 }, (_, half) => 7 * 60 + half * 30).map(
  minutes => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
)

/** An hour picked, or typed as people write it. One that is none, or has not come, stays as it was typed and is refused in words. */
export function HourInput({ label, placeholder, value, onChange, clock, past }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? value ?? ''
  const read = readHour(shown, clock)
  const isLate = past && read !== undefined && read > clock
  const why = shown.trim() && (isLate ? t('ui.hour.late') : read === undefined && t('ui.hour.none'))
  const { ref, error, onBlur, onInvalid } = useValidity(why || undefined)
  const type = (text: string) => {
    setTyped(text)
    onChange(readHour(text, clock) ?? null)
  }
  const leave = () => {
    if (!why) setTyped(undefined)
    onBlur()
  }
  return (
    <Autocomplete
      {...{ ref, error, placeholder, onInvalid }}
      size="xs"
      aria-label={label}
      data={past ? halves.filter(half => half <= clock).toReversed() : halves}
      filter={({ options }) => options}
      maxDropdownHeight={200}
      value={shown}
      onChange={type}
      onBlur={leave}
    />
  )
}
