import { Button, Drawer } from '@mantine/core'
import { IconArrowsDiagonal } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ContactView } from '../contact/ContactView.tsx'
import { addressOf, type ListedRow } from './rows.ts'

/** A contact beside the list, to look without leaving it. */
export function Peek({ row, onClose }: { row: ListedRow | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Drawer
      opened={row !== undefined}
      onClose={onClose}
      position="right"
      size={520}
      title={
        row && (
          <Button
            component={Link}
            to={addressOf(row)}
            size="xs"
            variant="default"
            leftSection={<IconArrowsDiagonal size={15} aria-hidden />}
          >
            {t('lists.peek.open')}
          </Button>
        )
      }
      closeButtonProps={{ 'aria-label': t('lists.peek.close') }}
    >
      {row && <ContactView key={row.id} id={row.id} narrow />}
    </Drawer>
  )
}
