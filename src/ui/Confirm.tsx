import { ActionIcon, Button, Group, Popover, Stack, Text, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

type ConfirmProps = {
  /** What the button does: its name for everybody. */
  label: string
  /** What follows, asked before doing it. */
  sure: string
  onConfirm: () => void
  /** With its name in words, where there is room. */
  isWide?: boolean
}

/** A small button for what cannot be undone: says what will happen and asks once. */
export function Confirm({ label, sure, onConfirm, isWide = false }: ConfirmProps) {
  const { t } = useTranslation()
  const [opened, { toggle, close }] = useDisclosure()
  return (
    <Popover opened={opened} onChange={open => !open && close()} position="bottom-end" width={280} trapFocus>
      <Popover.Target>
        {isWide ? (
          <Button variant="default" w="fit-content" onClick={toggle}>
            {label}
          </Button>
        ) : (
          <Tooltip label={label}>
            <ActionIcon aria-label={label} onClick={toggle}>
              <IconTrash size={16} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        )}
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Text size="sm">{sure}</Text>
          <Group justify="flex-end" gap="xs">
            <Button size="xs" variant="default" onClick={close}>
              {t('ui.cancel')}
            </Button>
            <Button
              size="xs"
              color="red"
              onClick={() => {
                close()
                onConfirm()
              }}
            >
              {label}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
