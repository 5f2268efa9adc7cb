import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** The last row of a dialog or a side panel: the way out and, as children, what it is for. */
export function FormEnd({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose}>
        {t('ui.cancel')}
      </Button>
      {children}
    </Group>
  )
}
