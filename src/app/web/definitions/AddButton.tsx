import { Button, type ButtonProps } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'

type Props = Pick<ButtonProps, 'children' | 'disabled'> & { onClick: () => void }

/** Adds one more to the list that it stands under or beside. */
export function AddButton(props: Props) {
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      w="fit-content"
      leftSection={<IconPlus size={14} aria-hidden />}
      {...props}
    />
  )
}
