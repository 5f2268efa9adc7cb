import { Button, type ButtonProps } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'

type Props = Pick<ButtonProps, 'children' | 'disabled'> & { onClick: () => void }

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
