import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { Kind } from '../../../contacts/fields.ts'
import { saveFile } from '../../../ui/saveFile.ts'
import { useToasts } from '../../../ui/toasts.tsx'
import type { ListOrder } from '../../lists/contract.ts'
import { api } from '../api.ts'
import type { WhichContacts } from './source.ts'
import type { View } from './view.ts'

export type ToExport = {
  which: Omit<WhichContacts, 'kind'> & { kind?: Kind; ids?: string[] }
  view: Pick<View, 'sort' | 'columns'>
}

/** All that the list shows, as a file, in its order. */
export function ExportMenu({ which, view }: ToExport) {
  const { t } = useTranslation()
  const file = useExport({ which, view })
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
          <ActionIcon variant="default" size="lg" loading={file.busy} aria-label={t('lists.export.title')}>
            <IconDownload size={18} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Formats onChoose={file.save} />
    </Menu>
  )
}

export function ExportSelection(chosen: ToExport) {
  const { t } = useTranslation()
  const file = useExport(chosen)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden />}
          loading={file.busy}
        >
          {t('lists.export.selection')}
        </Button>
      </Menu.Target>
      <Formats onChoose={file.save} />
    </Menu>
  )
}

const formats = ['csv', 'xlsx'] as const
const contents = ['all', 'shown'] as const
type Choice = { format: (typeof formats)[number]; content: (typeof contents)[number] }

function Formats({ onChoose }: { onChoose: (choice: Choice) => void }) {
  const { t } = useTranslation()
  return (
    <Menu.Dropdown>
      {contents.map(content => (
        <div key={content}>
          <Menu.Label>{t(`lists.export.${content}`)}</Menu.Label>
          {formats.map(format => (
            <Menu.Item
              key={format}
              aria-label={`${t(`lists.export.${format}`)}: ${t(`lists.export.${content}`)}`}
              onClick={() => onChoose({ format, content })}
            >
              {t(`lists.export.${format}`)}
            </Menu.Item>
          ))}
        </div>
      ))}
    </Menu.Dropdown>
  )
}

function useExport({ which, view: { sort, columns } }: ToExport) {
  const toasts = useToasts()
  const file = useMutation({
    mutationFn: async ({ format, content }: Choice) => {
      const order = { by: sort.by as ListOrder, direction: sort.direction }
      const shown = content === 'shown' ? { columns } : {}
      saveFile(await api.lists.export.call({ ...which, order, ...shown, format }))
    },
    onError: toasts.failed,
  })
  return { busy: file.isPending, save: file.mutate }
}
