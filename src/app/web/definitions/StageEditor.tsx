import { Button, Group, Input, NumberInput, Select, Stack, Switch, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Criteria } from '../../../criteria/criteria.ts'
import { CriteriaEditor } from '../../../criteria/web/parts.tsx'
import type { Stage } from '../../../lifecycle/model.ts'
import { SidePanel } from '../../../ui/SidePanel.tsx'
import { stageKey } from '../../../ui/stages.ts'
import { useCatalogue } from '../lists/source.ts'
import { StageLook, useChangeStage } from './StageLook.tsx'
import { useDraftStageName } from './useChangeText.ts'

type Props = { stage: Stage; onClose: () => void }

/** All that can be said of a stage. What is changed here is in the draft at once. */
export function StageEditor({ stage, onClose }: Props) {
  const { t } = useTranslation()
  const name = useDraftStageName()
  return (
    <SidePanel title={t('draft.editStage', { stage: name(stage) })} onClose={onClose}>
      <Stack gap="lg">
        <EntryEditor stage={stage} />
        <OrganizationEntry stage={stage} />
        <StageLook stage={stage} />
        <CareFields stage={stage} />
        <Guidance stage={stage} />
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('draft.ready')}</Button>
        </Group>
      </Stack>
    </SidePanel>
  )
}

type CriterionProps = {
  label: string
  about?: string
  whose: 'person' | 'organization' | 'contact'
  value: Criteria
  onChange: (value: Criteria) => void
}

/** What is unfinished stays on the screen; the draft gets it once it can be read. */
export function CriterionField({ label, about, whose, value, onChange }: CriterionProps) {
  const catalogue = useCatalogue()
  const [written, setWritten] = useState(value)
  return (
    <Input.Wrapper label={label} description={about} labelElement="div">
      <CriteriaEditor
        value={written}
        onChange={(next, problems) => {
          setWritten(next)
          if (problems.length === 0) onChange(next)
        }}
        about={whose}
        catalogue={catalogue}
        label={label}
      />
    </Input.Wrapper>
  )
}

function EntryEditor({ stage }: { stage: Stage }) {
  const { t } = useTranslation()
  const change = useChangeStage(stage)
  return (
    <CriterionField
      label={t('draft.entry')}
      about={t('draft.entryAbout')}
      whose={stage.organizationEntry ? 'person' : 'contact'}
      value={stage.entry}
      onChange={entry => change({ entry })}
    />
  )
}

function OrganizationEntry({ stage }: { stage: Stage }) {
  const { t } = useTranslation()
  const change = useChangeStage(stage)
  const { organizationEntry } = stage
  const [isOpen, setOpen] = useState(false)
  return (
    <Stack gap="xs">
      <Switch
        label={t('draft.organizationsToo')}
        description={t('draft.organizationsTooAbout')}
        checked={organizationEntry !== undefined || isOpen}
        onChange={({ currentTarget: { checked } }) => {
          setOpen(checked)
          if (!checked) change({ organizationEntry: undefined })
        }}
      />
      {(organizationEntry || isOpen) && (
        <CriterionField
          label={t('draft.organizationEntry')}
          whose="organization"
          value={organizationEntry ?? { all: [] }}
          onChange={next => change({ organizationEntry: next })}
        />
      )}
    </Stack>
  )
}

function CareFields({ stage }: { stage: Stage }) {
  const { t } = useTranslation()
  const change = useChangeStage(stage)
  const whose = ['marketing', 'both', 'sales', 'nobody'] as const
  return (
    <Stack gap="sm">
      <Select
        label={t('definitions.who')}
        data={whose.map(value => ({ value, label: t(`definitions.responsible.${value}`) }))}
        value={stage.responsible}
        allowDeselect={false}
        onChange={responsible => change({ responsible: responsible as Stage['responsible'] })}
        w={{ base: '100%', sm: 280 }}
      />
      <NumberInput
        label={t('draft.staleAfter')}
        description={t('draft.staleAfterAbout')}
        min={1}
        max={3650}
        allowDecimal={false}
        value={stage.staleAfterDays ?? ''}
        onChange={value => change({ staleAfterDays: value === '' ? undefined : Number(value) })}
        w={{ base: '100%', sm: 280 }}
      />
      <Switch
        label={t('draft.canGoBack')}
        description={t('draft.canGoBackAbout')}
        checked={stage.canGoBack !== false}
        onChange={({ currentTarget: { checked } }) => change({ canGoBack: checked ? undefined : false })}
      />
    </Stack>
  )
}

function Guidance({ stage }: { stage: Stage }) {
  const { t, i18n } = useTranslation()
  const change = useChangeStage(stage)
  const locale = i18n.language === 'en' ? 'en' : 'es'
  const key = stageKey(stage.key)
  const field = (name: 'does' | 'guide', rows: number, placeholder = '') => (
    <Textarea
      label={t(name === 'does' ? 'definitions.what' : 'definitions.guide')}
      description={name === 'guide' ? t('draft.guideAbout') : undefined}
      placeholder={placeholder}
      autosize
      minRows={rows}
      maxLength={4000}
      value={stage[name]?.[locale] ?? ''}
      onChange={({ currentTarget: { value } }) => {
        const others = { es: '', en: '', ...stage[name], [locale]: value }
        change({ [name]: others.es || others.en ? others : undefined })
      }}
    />
  )
  return (
    <Stack gap="sm">
      {field('does', 2, key && t(`definitions.does.${key}`))}
      {field('guide', 3)}
    </Stack>
  )
}
