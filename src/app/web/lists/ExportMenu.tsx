import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import type { WhichContacts } from './source.ts'

type Format = 'csv' | 'xlsx'

/** All that the list shows, as a file. */
export function ExportMenu({ which }: { which: WhichContacts }) {
  const { t } = useTranslation()
  const toasts = useToasts()
  const file = useMutation({
    mutationFn: async (format: Format) => save(await api.lists.export.call({ ...which, format })),
    onError: toasts.failed,
  })
  const { state } = useLocation()
  const [opened, setOpened] = useState(false)
  // The palette comes here to export, also from this very list.
  useEffect(() => {
    if (state?.exporting) setOpened(true)
  }, [state])
  return (
    <Menu position="bottom-end" opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Tooltip label={t('lists.export.title')}>
          <ActionIcon
            variant="default"
            size="lg"
            loading={file.isPending}
            aria-label={t('lists.export.title')}
          >
            <IconDownload size={18} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => file.mutate('csv')}>{t('lists.export.csv')}</Menu.Item>
        <Menu.Item onClick={() => file.mutate('xlsx')}>{t('lists.export.xlsx')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Hands a file that came over the wire to the browser's downloads. */
function save(file: File) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
