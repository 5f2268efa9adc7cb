import { Button, FileButton, Menu } from '@mantine/core'
import { IconChevronDown, IconDownload, IconTemplate, IconUpload } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type ReadyMadeKey, readyMadeKeys } from '../../../lifecycle/contract.ts'
import { saveFile } from '../../../ui/saveFile.ts'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { useEditing } from './useDraft.ts'

/** Other ways to a draft: a ready-made set, or a file; and the way out to a file. */
export function DraftMenu() {
  const { t } = useTranslation()
  const choose = useRef<() => void>(undefined)
  const { readyMade, bringIn, takeOut } = useDraftActs()
  return (
    <>
      {/* Outside the menu, which is gone by the time that a file has been chosen. */}
      <FileButton accept=".yaml,.yml" onChange={file => file && bringIn(file)}>
        {({ onClick }) => {
          choose.current = onClick
          return null
        }}
      </FileButton>
      <Menu position="top-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={15} aria-hidden />}>
            {t('draft.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('draft.readyMade')}</Menu.Label>
          {readyMadeKeys.map(key => (
            <Menu.Item
              key={key}
              leftSection={<IconTemplate size={15} aria-hidden />}
              onClick={() => readyMade(key)}
            >
              {t(`draft.sets.${key}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconDownload size={15} aria-hidden />} onClick={() => takeOut()}>
            {t('draft.takeOut')}
          </Menu.Item>
          <Menu.Item leftSection={<IconUpload size={15} aria-hidden />} onClick={() => choose.current?.()}>
            {t('draft.bringIn')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

/** Each replaces the whole draft, and offers the one before it again. */
function useDraftActs() {
  const { t } = useTranslation()
  const toasts = useToasts()
  const queries = useQueryClient()
  const { shown, saved, inForceVersions, forget, input } = useEditing()
  const { queryKey } = api.lifecycle.draft.queryOptions({ input })
  const refresh = () => queries.invalidateQueries({ queryKey })
  const replacing = useMutation({
    mutationFn: (replace: () => Promise<{ draft?: { revision: number } }>) => replace(),
    onSuccess: async ({ draft }) => {
      const before = shown
      forget()
      await refresh()
      toasts.done(t('draft.replaced'), async () => {
        const { lifecycleVersion, scoreVersion } = saved ?? inForceVersions
        const basedOn = { lifecycleVersion, scoreVersion }
        await api.lifecycle.saveDraft.call({ ...input, ...before, basedOn, revision: draft?.revision })
        await refresh()
      })
    },
    onError: toasts.failed,
  })
  const takingOut = useMutation({
    mutationFn: async () => saveFile(await api.lifecycle.yaml.call({ ...input, of: 'draft' })),
    onError: toasts.failed,
  })
  const revision = saved?.revision ?? 0
  return {
    readyMade: (key: ReadyMadeKey) =>
      replacing.mutate(() => api.lifecycle.draftReadyMade.call({ ...input, key, revision })),
    bringIn: (file: File) => {
      // Whatever the browser believes a file to be, it is sent as it is.
      const body = new File([file], file.name, { type: 'application/octet-stream' })
      replacing.mutate(() => api.lifecycle.putYaml.call({ body, query: { ...input, revision } }))
    },
    takeOut: () => takingOut.mutate(),
  }
}
