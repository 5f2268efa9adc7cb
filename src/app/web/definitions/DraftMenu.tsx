import { Button, FileButton, Menu } from '@mantine/core'
import { IconChevronDown, IconDownload, IconTemplate, IconUpload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type ReadyMadeKey, readyMadeKeys } from '../../../lifecycle/contract.ts'
import { saveFile } from '../../../ui/saveFile.ts'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { BringInDialog } from './BringInDialog.tsx'
import { useDefinitionFile } from './useDefinitionFile.ts'
import { useReplacing } from './useReplacing.ts'

/** Other ways to a draft: a ready-made set, or a file; and the way out to a file. */
export function DraftMenu() {
  const { t } = useTranslation()
  const choose = useRef<() => void>(undefined)
  const clear = useRef<() => void>(null)
  const { readyMade, takeOut } = useDraftActs()
  const { foreseen, foresee, bringIn, isBringing, leave } = useDefinitionFile()
  return (
    <>
      {/* Outside the menu, which is gone by the time that a file has been chosen. */}
      <FileButton
        accept=".yaml,.yml"
        resetRef={clear}
        onChange={file => {
          if (file) foresee(file)
          // A browser says nothing when the file that it holds is chosen again.
          clear.current?.()
        }}
      >
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
          <Menu.Label>{t('draft.wholeFile')}</Menu.Label>
          <Menu.Item leftSection={<IconDownload size={15} aria-hidden />} onClick={() => takeOut()}>
            {t('draft.takeOut')}
          </Menu.Item>
          <Menu.Item leftSection={<IconUpload size={15} aria-hidden />} onClick={() => choose.current?.()}>
            {t('draft.bringIn')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {foreseen && (
        <BringInDialog foreseen={foreseen} onBringIn={bringIn} isBringing={isBringing} onClose={leave} />
      )}
    </>
  )
}

/** The ways to another draft that ask for nothing more, and the way out to a file. */
function useDraftActs() {
  const toasts = useToasts()
  const { replace, revision, input } = useReplacing()
  const takingOut = useMutation({
    mutationFn: async () => saveFile(await api.definitionFile.get.call({ ...input, of: 'draft' })),
    onError: toasts.failed,
  })
  return {
    readyMade: (key: ReadyMadeKey) =>
      replace.mutate(() => api.lifecycle.draftReadyMade.call({ ...input, key, revision })),
    takeOut: () => takingOut.mutate(),
  }
}
