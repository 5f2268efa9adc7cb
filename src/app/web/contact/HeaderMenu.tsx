import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowMerge, IconDots, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../../ui/shortcuts.tsx'
import { useBinContact } from './editing.ts'
import { MergeDialog } from './MergeDialog.tsx'
import type { ShownContact } from './source.ts'

export function HeaderMenu({ contact }: { contact: ShownContact }) {
  const { t } = useTranslation()
  const [merging, setMerging] = useState(false)
  const bin = useBinContact(contact)
  useShortcuts([
    { label: t('merge.begin'), also: t('merge.also'), done: 'seldom', run: () => setMerging(true) },
    { label: t('contactPage.bin'), also: t('palette.also.bin'), done: 'seldom', run: bin },
  ])
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('ui.more')}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconArrowMerge size={16} aria-hidden />} onClick={() => setMerging(true)}>
            {t('merge.begin')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={bin}>
            {t('contactPage.bin')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {merging && <MergeDialog kind={contact.kind} ids={[contact.id]} onClose={() => setMerging(false)} />}
    </>
  )
}
