import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useAccess } from '../../../ui/access.ts'
import { useFunnelAddress } from '../funnelInView.ts'
import { PublishDialog } from './PublishDialog.tsx'
import { type Definition, useFunnelShown } from './useDefinitions.ts'
import { DraftContext, useDraft } from './useDraft.ts'

/** Beside what a draft would do: the way to put it in force, which leads to where it is seen doing so. */
export function PublishHere() {
  const funnel = useFunnelShown()
  const canEdit = useAccess().can('definitions.manage')
  return funnel && canEdit ? <Publish funnel={funnel} /> : null
}

function Publish({ funnel }: { funnel: Definition }) {
  const { t } = useTranslation()
  const editing = useDraft(funnel)
  const [opened, { open, close }] = useDisclosure()
  const navigate = useNavigate()
  const address = useFunnelAddress()
  if (editing.changes.length === 0) return null
  return (
    <DraftContext value={editing}>
      <Button onClick={open} disabled={editing.isSaving || editing.flaws.length > 0}>
        {t('draft.publish')}
      </Button>
      {opened && <PublishDialog onClose={close} onPublished={() => void navigate(address('/definitions'))} />}
    </DraftContext>
  )
}
