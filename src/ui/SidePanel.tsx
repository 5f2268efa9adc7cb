import { Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Props = { title: string; onClose: () => void; children: ReactNode }

/** Something written at length, beside the page that it belongs to; on a phone it is the page. */
export function SidePanel({ title, onClose, children }: Props) {
  const { t } = useTranslation()
  const isNarrow = useMediaQuery('(max-width: 48em)')
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={isNarrow ? '100%' : 'xl'}
      title={title}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {children}
    </Drawer>
  )
}
