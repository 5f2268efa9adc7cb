import { ActionIcon, Group, Menu, NumberInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowsExchange, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ScoreModel } from '../../../scoring/model.ts'
import { changeRule, changeScore, groupsFor, type RuleList, removeRule } from './changing.ts'
import { RuleEditor } from './RuleEditor.tsx'
import { useGroupName, useRuleName } from './useChangeText.ts'
import { type Editing, useEditing } from './useDraft.ts'

type Edit = Editing['edit']

export function Thresholds({ score, edit }: { score: ScoreModel; edit: Edit }) {
  const { t } = useTranslation()
  const field = (name: 'fitShare' | 'warmFrom' | 'hotFrom', least: number, most: number) => (
    <NumberInput
      label={t(`draft.${name}`)}
      min={least}
      max={most}
      allowDecimal={false}
      clampBehavior="strict"
      w={150}
      suffix={name === 'fitShare' ? ' %' : undefined}
      value={score[name]}
      onChange={value => value !== '' && edit(changeScore({ [name]: Number(value) }))}
    />
  )
  return (
    <Group gap="sm" align="flex-end">
      {field('fitShare', 0, 100)}
      {field('warmFrom', 1, 100)}
      {field('hotFrom', 1, 100)}
    </Group>
  )
}

type PointsProps = { label: string; value: number; onChange: (points: number) => void }

export function PointsInput({ label, value, onChange }: PointsProps) {
  return (
    <NumberInput
      aria-label={label}
      size="xs"
      w={76}
      ml="auto"
      min={-100}
      max={100}
      allowDecimal={false}
      clampBehavior="strict"
      value={value}
      onChange={next => typeof next === 'number' && onChange(next)}
    />
  )
}

type MenuProps = {
  rule: ScoreModel['fit'][number] | ScoreModel['engagement'][number]
  list: RuleList
  edit: Edit
}

export function RuleMenu({ rule, list, edit }: MenuProps) {
  const { t } = useTranslation()
  const name = useRuleName()(rule)
  const [opened, { open, close }] = useDisclosure()
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('draft.moreRule', { rule: name })}>
            <IconDots size={16} stroke={1.8} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={15} aria-hidden />} onClick={open}>
            {t('draft.edit')}
          </Menu.Item>
          <MoveRule rule={rule} list={list} edit={edit} />
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={15} aria-hidden />}
            onClick={() => edit(removeRule(list, rule.key))}
          >
            {t('draft.removeRule')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {opened && <RuleEditor list={list} rule={rule} onClose={close} />}
    </>
  )
}

/** To any other group that can hold the rule. */
function MoveRule({ rule, list, edit }: MenuProps) {
  const { t } = useTranslation()
  const name = useGroupName()
  const { groups } = useEditing().shown.score
  if (list === 'fit') return null
  const others = groupsFor(list, groups).filter(({ key }) => !('group' in rule) || key !== rule.group)
  return others.map(group => (
    <Menu.Item
      key={group.key}
      leftSection={<IconArrowsExchange size={15} aria-hidden />}
      onClick={() => edit(changeRule(list, rule.key, { group: group.key }))}
    >
      {t('draft.moveRule', { group: name(group) })}
    </Menu.Item>
  ))
}
