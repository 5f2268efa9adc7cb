import { Modal, type ModalProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type DialogProps = Pick<ModalProps, 'title' | 'size' | 'onClose' | 'children'> & { opened?: boolean }

/** A window over the page whose closing button has a name. */
export function Dialog({ opened = true, ...props }: DialogProps) {
  const { t } = useTranslation()
  return <Modal opened={opened} closeButtonProps={{ 'aria-label': t('ui.close') }} {...props} />
}
