import { Button, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from './format.ts'

type Props = {
  onClose: () => void
  /** The names of what is still to be filled in. */
  missing?: (string | false)[]
  children: ReactNode
}

/** The last row of a dialog or a side panel: what is missing, the way out and, as children, what it is for. */
export function FormEnd({ onClose, missing = [], children }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const names = missing.filter(name => name !== false)
  return (
    <Stack gap={6}>
      {names.length > 0 && (
        <Text size="xs" c="dimmed" ta="right">
          {t('ui.missing', { names: format.list(names.map(name => t('ui.named', { name }))) })}
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
        {children}
      </Group>
    </Stack>
  )
}
