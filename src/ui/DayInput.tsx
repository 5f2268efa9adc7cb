import { DateInput, type DateInputProps } from '@mantine/dates'
import { useDisclosure } from '@mantine/hooks'
import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RegionContext, useFormat } from './format.ts'
import { readDay, type Toward } from './readDay.ts'
import { useValidity } from './useValidity.ts'
import { dayOf } from './zoneDay.ts'

type Props = Pick<
  DateInputProps,
  'label' | 'aria-label' | 'placeholder' | 'size' | 'variant' | 'w' | 'clearable' | 'required' | 'autoFocus'
> & {
  error?: DateInputProps['error']
  /** `YYYY-MM-DD`, as the day handed to `onChange`; null is none. */
  value: string | null
  onChange: (day: string | null) => void
  /** Only what has happened, or only what is to come from this day on. */
  past?: boolean
  from?: string
}

/** A day picked, or typed as people write it. One that is none, or cannot be meant, stays as it was typed and is refused in words. */
export function DayInput({ value, onChange, past, from, error, ...rest }: Props) {
  const today = dayOf(new Date(), useContext(RegionContext).timeZone)
  const toward = past ? 'past' : from === undefined ? undefined : 'future'
  const [typed, setTyped] = useState<string>()
  const why = useWhyNot(typed, today, toward, from)
  const { ref, error: told, onBlur, onInvalid } = useValidity(why)
  const [isOpen, { open, close }] = useDisclosure()
  const type = (text: string) => {
    setTyped(text)
    if (rest.required && !text.trim()) onChange(null)
  }
  return (
    <DateInput
      valueFormat="D MMM YYYY"
      {...rest}
      {...{ ref, onInvalid, error: told ?? error }}
      dateParser={text => readDay(text, today, toward)}
      minDate={from}
      maxDate={past ? today : undefined}
      value={why ? null : value}
      fixOnBlur={why === undefined}
      onInput={event => type(event.currentTarget.value)}
      onChange={day => {
        setTyped(undefined)
        onChange(day)
      }}
      onBlur={onBlur}
      popoverProps={{ onOpen: open, onClose: close, position: told ? 'top-start' : 'bottom-start' }}
      data-mantine-stop-propagation={isOpen || undefined}
    />
  )
}

function useWhyNot(typed: string | undefined, today: string, toward?: Toward, from = today) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!typed?.trim()) return undefined
  const day = readDay(typed, today, toward)
  if (!day) return t('ui.day.none')
  if (toward === 'past' && day > today) return t('ui.day.late')
  if (toward === 'future' && day < from) return t('ui.day.early', { day: format.day(from) })
  return undefined
}
