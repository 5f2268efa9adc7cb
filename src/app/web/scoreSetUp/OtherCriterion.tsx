import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Criteria } from '../../../criteria/criteria.ts'
import { SidePanel } from '../../../ui/SidePanel.tsx'
import { AddButton } from '../definitions/AddButton.tsx'
import { CriterionField } from '../definitions/StageEditor.tsx'
import { useWholeSentence } from '../definitions/useDefinitions.ts'
import { nextKey, type Trait } from './ideal.ts'
import classes from './scoreSetUp.module.css'
import type { ChangeProfile } from './useProfile.ts'

/** A line of the profile that fits no aspect: what it asks, read back, and the editor of criteria to change it. */
export function OtherCriterion({ trait, change }: { trait: Trait; change: ChangeProfile }) {
  const { t } = useTranslation()
  const rule = useWholeSentence()(trait.when)
  const [opened, { open, close }] = useDisclosure()
  const write = (when?: Criteria) =>
    change(before => ({
      ...before,
      traits: before.traits.flatMap(each =>
        each.key !== trait.key ? [each] : when ? [{ ...each, when }] : [],
      ),
    }))
  return (
    <div className={classes.other}>
      <Text size="sm" className={classes.asks}>
        {rule}
      </Text>
      <ActionIcon variant="subtle" aria-label={t('scoreSetUp.other.edit', { rule })} onClick={open}>
        <IconPencil size={16} stroke={1.8} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={t('scoreSetUp.other.remove', { rule })}
        onClick={() => write()}
      >
        <IconTrash size={16} stroke={1.8} aria-hidden />
      </ActionIcon>
      {opened && <CriterionPanel value={trait.when} onWrite={write} onClose={close} />}
    </div>
  )
}

export function AddOther({ points, change }: { points: number; change: ChangeProfile }) {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure()
  const add = (when: Criteria) =>
    change(before => ({
      ...before,
      traits: [...before.traits, { key: nextKey(before), when, points, isMust: false }],
    }))
  return (
    <>
      <AddButton onClick={open}>{t('scoreSetUp.other.add')}</AddButton>
      {opened && <CriterionPanel value={{ all: [] }} onWrite={add} onClose={close} />}
    </>
  )
}

type PanelProps = { value: Criteria; onWrite: (when: Criteria) => void; onClose: () => void }

/** It is in the draft once *done* is pressed; a criterion that asks nothing is none. */
function CriterionPanel({ value, onWrite, onClose }: PanelProps) {
  const { t } = useTranslation()
  const [written, setWritten] = useState(value)
  const isEmpty = 'all' in written && written.all.length === 0
  return (
    <SidePanel title={t('scoreSetUp.other.title')} onClose={onClose}>
      <Stack gap="lg">
        <CriterionField label={t('draft.ruleWhen')} whose="contact" value={value} onChange={setWritten} />
        <Group justify="flex-end">
          <Button
            disabled={isEmpty}
            onClick={() => {
              onWrite(written)
              onClose()
            }}
          >
            {t('draft.ready')}
          </Button>
        </Group>
      </Stack>
    </SidePanel>
  )
}
