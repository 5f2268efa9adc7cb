import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../../ui/access.ts'
import { PublishDialog } from './PublishDialog.tsx'
import { type Definition, useFunnelShown } from './useDefinitions.ts'
import { DraftContext, useDraft } from './useDraft.ts'

type Props = { onPublished: () => void }

/** Beside what a draft would do: the way to put it in force. */
export function PublishHere({ onPublished }: Props) {
  const funnel = useFunnelShown()
  const canEdit = useAccess().can('definitions.manage')
  return funnel && canEdit ? <Publish funnel={funnel} onPublished={onPublished} /> : null
}

function Publish({ funnel, onPublished }: Props & { funnel: Definition }) {
  const { t } = useTranslation()
  const editing = useDraft(funnel)
  const [opened, { open, close }] = useDisclosure()
  if (editing.changes.length === 0) return null
  return (
    <DraftContext value={editing}>
      <Button onClick={open} disabled={editing.isSaving}>
        {t('draft.publish')}
      </Button>
      {opened && <PublishDialog onClose={close} onPublished={onPublished} />}
    </DraftContext>
  )
}
