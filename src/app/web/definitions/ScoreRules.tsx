import { Badge, Stack, Table } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { whenOf } from '../../../lifecycle/definitionChanges.ts'
import type { ScoreModel } from '../../../scoring/model.ts'
import { useFormat } from '../../../ui/format.ts'
import { AddButton } from './AddButton.tsx'
import { changeRule, type RuleList } from './changing.ts'
import classes from './definitions.module.css'
import { RuleEditor } from './RuleEditor.tsx'
import { PointsInput, RuleMenu } from './ScoreFields.tsx'
import { useRuleName } from './useChangeText.ts'
import { useWholeSentence } from './useDefinitions.ts'
import { type Editing, useEditing } from './useDraft.ts'

type ScoreRule = ScoreModel['fit'][number] | ScoreModel['engagement'][number]
/** Given where the reader may change it. */
type Edit = { edit?: Editing['edit'] }

type AddProps = { list: RuleList; group?: string; points?: number; label: string }

export function AddRule({ list, group, points, label }: AddProps) {
  const [opened, { open, close }] = useDisclosure()
  return (
    <>
      <AddButton onClick={open}>{label}</AddButton>
      {opened && <RuleEditor list={list} group={group} points={points} onClose={close} />}
    </>
  )
}

type RulesProps = { title: string; about: string; add?: ReactNode; children: ReactNode }

/** Rules of one kind under a caption, and below them what adds another. */
export function Rules({ title, about, add, children }: RulesProps) {
  const { t } = useTranslation()
  return (
    <Stack gap={4}>
      <Table.ScrollContainer minWidth={300}>
        <Table captionSide="top" className={classes.rules}>
          <Table.Caption className={classes.caption}>
            <strong>{title}</strong> {about}
          </Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('definitions.rule')}</Table.Th>
              <Table.Th ta="right">{t('definitions.points')}</Table.Th>
              {add && <Table.Th aria-label={t('draft.acts')} w={40} />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{children}</Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {add}
    </Stack>
  )
}

export function RuleRow({ rule, list, edit }: Edit & { rule: ScoreRule; list: RuleList }) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = useRuleName()
  const sentence = useWholeSentence()
  const perDay = 'perDay' in rule && rule.perDay ? t('definitions.perDay', { count: rule.perDay }) : undefined
  const about = [list === 'engagement' ? '' : sentence(whenOf(rule)), perDay].filter(Boolean).join(' · ')
  return (
    <Table.Tr>
      <Table.Td>
        {name(rule)} {edit && <RuleMark rule={rule} />}
        {about && about !== name(rule) && <span className={classes.quiet}>{about}</span>}
      </Table.Td>
      <Table.Td ta="right" className={rule.points < 0 ? classes.loss : classes.gain}>
        {edit ? (
          <PointsInput
            label={t('draft.pointsOf', { rule: name(rule) })}
            value={rule.points}
            onChange={points => edit(changeRule(list, rule.key, { points }))}
          />
        ) : (
          format.signed(rule.points)
        )}
      </Table.Td>
      {edit && (
        <Table.Td>
          <RuleMenu rule={rule} list={list} edit={edit} />
        </Table.Td>
      )}
    </Table.Tr>
  )
}

function RuleMark({ rule }: { rule: ScoreRule }) {
  const { t } = useTranslation()
  const isChanged = useEditing().changes.some(change => 'rule' in change && change.rule.key === rule.key)
  return isChanged ? <Badge size="sm">{t('draft.changed_mark')}</Badge> : null
}
