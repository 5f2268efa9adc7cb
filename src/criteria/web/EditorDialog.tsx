import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormEnd } from '../../ui/FormEnd.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import type { Criteria } from '../criteria.ts'
import { problemsOf } from '../problems.ts'
import { CriteriaEditor } from './CriteriaEditor.tsx'
import type { About } from './editing.ts'
import type { Catalogue } from './FilterBar.tsx'

type Props = {
  title: string
  value: Criteria | undefined
  about: About
  catalogue: Catalogue
  onApply: (value: Criteria | undefined) => void
  onClose: () => void
}

/** The whole editor over a page; what is made there counts once it is applied. */
export function EditorDialog({ title, value, about, catalogue, onApply, onClose }: Props) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<Criteria>(value ?? { all: [] })
  const isReady = problemsOf(draft, catalogue).length === 0
  const apply = () => {
    onApply('all' in draft && draft.all.length === 0 ? undefined : draft)
    onClose()
  }
  return (
    <SidePanel title={title} onClose={onClose}>
      <Stack>
        <CriteriaEditor value={draft} onChange={setDraft} about={about} catalogue={catalogue} label={title} />
        <FormEnd onClose={onClose}>
          <Button disabled={!isReady} onClick={apply}>
            {t('filter.apply')}
          </Button>
        </FormEnd>
      </Stack>
    </SidePanel>
  )
}
