import { NativeSelect, NumberInput } from '@mantine/core'
import { useState } from 'react'
import classes from './editor.module.css'

type PickProps<V extends string> = {
  label: string
  value: V
  options: { value: V; label: string }[]
  onChange: (value: V) => void
  /** What the line is about, and not a word between. */
  isSubject?: boolean
}

/** A choice that reads as a word of the line. */
export function Pick<V extends string>({ label, value, options, onChange, isSubject }: PickProps<V>) {
  return (
    <NativeSelect
      size="xs"
      variant="unstyled"
      classNames={{ input: isSubject ? `${classes.pick} ${classes.strong}` : classes.pick }}
      aria-label={label}
      data={options}
      value={value}
      onChange={event => onChange(event.currentTarget.value as V)}
    />
  )
}

type AmountProps = {
  label: string
  value: number
  min?: number
  max?: number
  onChange: (value: number) => void
}

/** A whole number inside a line. Emptied, it keeps what it was until another is typed. */
export function Amount({ label, value, min = 0, max = 10_000, onChange }: AmountProps) {
  const [isEmpty, setEmpty] = useState(false)
  return (
    <NumberInput
      size="xs"
      variant="filled"
      classNames={{ input: classes.amount }}
      aria-label={label}
      hideControls
      allowDecimal={false}
      allowNegative={min < 0}
      min={min}
      max={max}
      clampBehavior="strict"
      value={isEmpty ? '' : value}
      onChange={given => {
        setEmpty(given === '')
        if (typeof given === 'number') onChange(given)
      }}
      onBlur={() => setEmpty(false)}
    />
  )
}
