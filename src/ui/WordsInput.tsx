import { TagsInput, type TagsInputProps } from '@mantine/core'
import { useState } from 'react'

/** Words that are typed or chosen. The list folds after each, so that it never hides what comes below. */
export function WordsInput({ onChange, ...props }: TagsInputProps) {
  const [opened, setOpened] = useState(false)
  return (
    <TagsInput
      {...props}
      dropdownOpened={opened}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      onChange={words => {
        onChange?.(words)
        setOpened(false)
      }}
    />
  )
}
