import { Input } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './options.module.css'

export type Option<Value extends string> = { value: Value; title: string; about?: ReactNode }

type OptionListProps<Value extends string> = {
  label: string
  description?: ReactNode
  options: Option<Value>[]
  value: Value
  onChange: (value: Value) => void
}

/** One choice among few, each explained: radio buttons as wide as their text. */
export function OptionList<Value extends string>({ label, description, ...choice }: OptionListProps<Value>) {
  const name = useId()
  return (
    <Input.Wrapper
      label={label}
      description={description}
      labelElement="div"
      role="radiogroup"
      aria-label={label}
    >
      <div className={classes.options}>
        {choice.options.map(({ value, title, about }) => (
          <label key={value} className={classes.option}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={choice.value === value}
              onChange={() => choice.onChange(value)}
            />
            <span>
              <span className={classes.title}>{title}</span>
              {about && <span className={classes.about}>{about}</span>}
            </span>
          </label>
        ))}
      </div>
    </Input.Wrapper>
  )
}
