import {
  ActionIcon,
  Button,
  Group,
  NumberInput,
  Select,
  Stack,
  Text,
  TextInput,
  Tooltip,
} from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keyFrom } from '../../../platform/keyFrom.ts'
import type { ScoreModel } from '../../../scoring/model.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { AddButton } from './AddButton.tsx'
import { addGroup, changeGroup, groupsFor, removeGroup } from './changing.ts'
import { useGroupName } from './useChangeText.ts'
import { useEditing } from './useDraft.ts'

type RuleGroup = ScoreModel['groups'][number]

const mostGroups = 8

/** What a group is called, how fast it fades and how much it can give; and the way to be rid of it. */
export function GroupFields({ group }: { group: RuleGroup }) {
  const { shown } = useEditing()
  return (
    <>
      <GroupName group={group} />
      <HalfLife group={group} />
      <Cap group={group} />
      {shown.score.groups.length > 1 && <RemoveGroup group={group} />}
    </>
  )
}

function GroupName({ group }: { group: RuleGroup }) {
  const { t, i18n } = useTranslation()
  const { edit } = useEditing()
  const called = useGroupName()
  const locale = i18n.language === 'en' ? 'en' : 'es'
  const write = (text: string) => {
    const before = { es: called(group), en: called(group), ...group.name }
    edit(changeGroup(group.key, { name: text ? { ...before, [locale]: text } : undefined }))
  }
  return (
    <TextInput
      key={called(group)}
      size="xs"
      label={t('draft.name')}
      maxLength={80}
      w={170}
      defaultValue={called(group)}
      onBlur={event => {
        const text = event.currentTarget.value.trim()
        if (text !== called(group)) write(text)
      }}
    />
  )
}

/** Left empty, it never fades; it cannot while facts without a date are in it. */
function HalfLife({ group: { key, halfLifeDays } }: { group: RuleGroup }) {
  const { t } = useTranslation()
  const { shown, edit } = useEditing()
  const hasFacts = shown.score.engagementFacts.some(({ group }) => group === key)
  if (hasFacts && halfLifeDays === null) return null
  return (
    <NumberInput
      key={halfLifeDays}
      size="xs"
      label={t('draft.halfLife')}
      min={14}
      max={3650}
      allowDecimal={false}
      w={150}
      defaultValue={halfLifeDays ?? ''}
      placeholder={t('draft.never')}
      onBlur={event => {
        const text = event.currentTarget.value
        const days = Math.min(3650, Math.max(14, Number.parseInt(text, 10)))
        edit(changeGroup(key, { halfLifeDays: text === '' || Number.isNaN(days) ? null : days }))
      }}
    />
  )
}

function Cap({ group: { key, cap } }: { group: RuleGroup }) {
  const { t } = useTranslation()
  const { edit } = useEditing()
  return (
    <NumberInput
      size="xs"
      label={t('draft.cap')}
      min={1}
      max={1000}
      w={150}
      value={cap ?? ''}
      placeholder={t('draft.noCap')}
      onChange={value => edit(changeGroup(key, { cap: value === '' ? null : Math.max(1, Number(value)) }))}
    />
  )
}

function RemoveGroup({ group }: { group: RuleGroup }) {
  const { t } = useTranslation()
  const { shown, edit } = useEditing()
  const name = useGroupName()(group)
  const [opened, { open, close }] = useDisclosure()
  const { engagement, engagementFacts } = shown.score
  const count = [...engagement, ...engagementFacts].filter(rule => rule.group === group.key).length
  const label = t('draft.removeGroup', { group: name })
  const remove = (into?: string) => {
    close()
    edit(removeGroup(group.key, into))
  }
  return (
    <>
      <Tooltip label={label}>
        <ActionIcon aria-label={label} size="input-xs" onClick={count ? open : () => remove()}>
          <IconTrash size={16} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {opened && (
        <Dialog onClose={close} title={label}>
          <WhatOfRules group={group} count={count} onDone={remove} />
        </Dialog>
      )}
    </>
  )
}

type WhatProps = { group: RuleGroup; count: number; onDone: (into?: string) => void }

/** Where the rules of the group go, or that they go with it. */
function WhatOfRules({ group, count, onDone }: WhatProps) {
  const { t } = useTranslation()
  const name = useGroupName()
  const { groups, engagementFacts } = useEditing().shown.score
  const hasFacts = engagementFacts.some(rule => rule.group === group.key)
  const others = groupsFor(hasFacts ? 'engagementFacts' : 'engagement', groups).filter(
    ({ key }) => key !== group.key,
  )
  const [into, setInto] = useState<string | null>(others[0]?.key ?? null)
  return (
    <Stack>
      <Text size="sm">{t('draft.removeGroupAbout', { count })}</Text>
      <Select
        label={t('draft.rulesGoTo')}
        placeholder={t('draft.rulesGo')}
        clearable
        value={into}
        onChange={setInto}
        data={others.map(other => ({ value: other.key, label: name(other) }))}
      />
      <Group justify="flex-end">
        <Button color="red" onClick={() => onDone(into ?? undefined)}>
          {t(into ? 'draft.moveAndRemove' : 'draft.removeWithRules')}
        </Button>
      </Group>
    </Stack>
  )
}

export function AddGroup() {
  const { t } = useTranslation()
  const { shown, edit } = useEditing()
  const { groups } = shown.score
  const add = () => {
    const name = { es: t('draft.newGroup', { lng: 'es' }), en: t('draft.newGroup', { lng: 'en' }) }
    const key = keyFrom('group', 'group', key => groups.some(group => group.key === key))
    edit(addGroup({ key, name, halfLifeDays: 30, cap: null }))
  }
  return (
    <AddButton disabled={groups.length >= mostGroups} onClick={add}>
      {t('draft.addGroup')}
    </AddButton>
  )
}
