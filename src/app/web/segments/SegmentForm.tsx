import {
  Button,
  Group,
  Input,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemsOf } from '../../../criteria/problems.ts'
import { type Catalogue, CriteriaEditor } from '../../../criteria/web/parts.tsx'
import { FormEnd } from '../../../ui/FormEnd.tsx'
import { SidePanel } from '../../../ui/SidePanel.tsx'
import type { About, Draft } from './source.ts'

type Props = {
  title: string
  /** The segment itself may not be named in its own criterion. */
  id?: string
  begun: Draft
  catalogue: Catalogue
  onSave: (draft: Draft) => Promise<unknown>
  onClose: () => void
}

const abouts = ['person', 'organization', 'contact'] as const

/** A segment written: its name, whom it holds, and its criterion. */
export function SegmentForm({ title, id, begun, catalogue, onSave, onClose }: Props) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(begun)
  const [isSaving, setSaving] = useState(false)
  const set = (part: Partial<Draft>) => setDraft(before => ({ ...before, ...part }))
  const known = { ...catalogue, segments: catalogue.segments?.filter(each => each.id !== id) }
  const isWhole = 'all' in draft.criteria && draft.criteria.all.length === 0
  const isReady = draft.name.trim() !== '' && !isWhole && problemsOf(draft.criteria, known).length === 0
  const save = async () => {
    setSaving(true)
    await onSave({ ...draft, name: draft.name.trim() }).then(onClose, () => setSaving(false))
  }
  return (
    <SidePanel title={title} onClose={onClose}>
      <Stack gap="sm">
        <Facts draft={draft} set={set} catalogue={catalogue} />
        <div>
          <Text size="sm" fw={550} mb={4}>
            {t('segments.criteria')}
          </Text>
          <CriteriaEditor
            value={draft.criteria}
            about={draft.about}
            catalogue={known}
            label={t('segments.criteria')}
            onChange={criteria => set({ criteria })}
          />
        </div>
        <FormEnd
          onClose={onClose}
          missing={[!draft.name.trim() && t('segments.name'), isWhole && t('segments.criteria')]}
        >
          <Button disabled={!isReady} loading={isSaving} onClick={() => void save()}>
            {t('ui.save')}
          </Button>
        </FormEnd>
      </Stack>
    </SidePanel>
  )
}

type FactsProps = { draft: Draft; set: (part: Partial<Draft>) => void; catalogue: Catalogue }

function Facts({ draft, set, catalogue }: FactsProps) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        data-autofocus
        required
        maxLength={100}
        label={t('segments.name')}
        value={draft.name}
        onChange={event => set({ name: event.currentTarget.value })}
      />
      <Textarea
        autosize
        minRows={1}
        maxLength={2000}
        label={t('segments.description')}
        value={draft.description}
        onChange={event => set({ description: event.currentTarget.value })}
      />
      <Group gap="sm" align="flex-end">
        <Input.Wrapper label={t('segments.whom')} labelElement="div">
          <SegmentedControl
            display="flex"
            aria-label={t('segments.whom')}
            value={draft.about}
            data={abouts.map(value => ({ value, label: t(`segments.choices.${value}`) }))}
            onChange={about => set({ about: about as About })}
          />
        </Input.Wrapper>
        <Select
          clearable
          searchable
          flex="1 1 12rem"
          label={t('segments.owner')}
          data={catalogue.members.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.ownerId}
          onChange={ownerId => set({ ownerId })}
        />
      </Group>
    </>
  )
}
