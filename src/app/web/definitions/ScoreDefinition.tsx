import { Badge, Button, Group, Stack, Table, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { whenOf } from '../../../lifecycle/definitionChanges.ts'
import { useFormat } from '../../../ui/format.ts'
import { GuideLink } from '../../../ui/GuideLink.tsx'
import { Section } from '../../../ui/Page.tsx'
import { changeRule, type RuleList } from './changing.ts'
import { useVersion } from './DefinitionsPage.tsx'
import classes from './definitions.module.css'
import { Flaws } from './Flaws.tsx'
import { RuleEditor } from './RuleEditor.tsx'
import { GroupFields, PointsInput, RuleMenu, Thresholds } from './ScoreFields.tsx'
import { useGroupName, useRuleName } from './useChangeText.ts'
import { type Definition, useSentence } from './useDefinitions.ts'
import { type Editing, useEditing } from './useDraft.ts'

type Score = Definition['score']
type ScoreRule = Score['fit'][number] | Score['engagement'][number]
/** Given where the reader may change it. */
type Edit = { edit?: Editing['edit'] }

/** Where the score comes from: every rule with its points, how it fades, and the thresholds. */
export function ScoreDefinition({ funnel, score, edit }: Edit & { funnel: Definition; score: Score }) {
  const { t } = useTranslation()
  const version = useVersion()
  const { fitShare, warmFrom, hotFrom } = score
  const shares = { fit: fitShare, engagement: 100 - fitShare, warm: warmFrom, hot: hotFrom }
  return (
    <div id="score">
      <Section
        title={t('definitions.score')}
        about={
          <>
            {t('definitions.scoreAbout', shares)} <GuideLink page="points" />
          </>
        }
      >
        <p className={classes.version}>{version(funnel.scoreVersion, funnel.scorePublishedAt)}</p>
        {edit && <Thresholds score={score} edit={edit} />}
        {edit && <Flaws of={({ path }) => path[0] === 'score'} />}
        <Rules
          title={t('definitions.fit')}
          about={t('definitions.fitAbout')}
          add={edit && <AddRule list="fit" label={t('draft.addFit')} />}
        >
          {score.fit.map(rule => (
            <RuleRow key={rule.key} rule={rule} list="fit" edit={edit} />
          ))}
        </Rules>
        <Title order={3}>{t('definitions.engagement')}</Title>
        {score.groups.map(group => (
          <GroupRules key={group.key} group={group} score={score} edit={edit} />
        ))}
      </Section>
    </div>
  )
}

function GroupRules({ group, score, edit }: Edit & { group: Score['groups'][number]; score: Score }) {
  const { t } = useTranslation()
  const name = useGroupName()
  const { halfLifeDays, cap } = group
  const fading = halfLifeDays
    ? t('definitions.fades', { count: halfLifeDays })
    : t('definitions.staysForever')
  const about = cap ? `${fading} ${t('definitions.cap', { cap })}` : fading
  const events = score.engagement.filter(rule => rule.group === group.key)
  const facts = score.engagementFacts.filter(rule => rule.group === group.key)
  return (
    <Rules
      title={name(group)}
      about={about}
      add={
        edit && (
          <Group gap="xs" align="flex-end">
            <GroupFields group={group} edit={edit} />
            <AddRule
              list={halfLifeDays ? 'engagement' : 'engagementFacts'}
              group={group.key}
              label={t('draft.addRule')}
            />
          </Group>
        )
      }
    >
      {events.map(rule => (
        <RuleRow key={rule.key} rule={rule} list="engagement" edit={edit} />
      ))}
      {facts.map(rule => (
        <RuleRow key={rule.key} rule={rule} list="engagementFacts" edit={edit} />
      ))}
    </Rules>
  )
}

function AddRule({ list, group, label }: { list: RuleList; group?: string; label: string }) {
  const [opened, { open, close }] = useDisclosure()
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={open}
      >
        {label}
      </Button>
      {opened && <RuleEditor list={list} group={group} onClose={close} />}
    </>
  )
}

type RulesProps = { title: string; about: string; add?: ReactNode; children: ReactNode }

function Rules({ title, about, add, children }: RulesProps) {
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

function RuleRow({ rule, list, edit }: Edit & { rule: ScoreRule; list: RuleList }) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = useRuleName()
  const sentence = useSentence()
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
