import { Table, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnyText } from '../../../ui/anyText.ts'
import { useFormat } from '../../../ui/format.ts'
import { Section } from '../../../ui/Page.tsx'
import classes from './definitions.module.css'
import { type Definition, useSentence } from './useDefinitions.ts'

type Score = Definition['score']

/** Where the score comes from: every rule with its points, how it fades, and the thresholds. */
export function ScoreDefinition({ score, version }: { score: Score; version: string }) {
  const { t } = useTranslation()
  const { fitShare, warmFrom, hotFrom } = score
  const shares = { fit: fitShare, engagement: 100 - fitShare, warm: warmFrom, hot: hotFrom }
  return (
    <div id="score">
      <Section title={t('definitions.score')} about={t('definitions.scoreAbout', shares)}>
        <p className={classes.version}>{version}</p>
        <Rules title={t('definitions.fit')} about={t('definitions.fitAbout')}>
          {score.fit.map(rule => (
            <RuleRow key={rule.key} name={rule.key} points={rule.points} about={<When rule={rule} />} />
          ))}
        </Rules>
        <Title order={3}>{t('definitions.engagement')}</Title>
        {score.groups.map(group => (
          <Group key={group.key} group={group} score={score} />
        ))}
      </Section>
    </div>
  )
}

function Group({ group, score }: { group: Score['groups'][number]; score: Score }) {
  const { t } = useTranslation()
  const text = useAnyText()
  const fading = group.halfLifeDays
    ? t('definitions.fades', { count: group.halfLifeDays })
    : t('definitions.staysForever')
  const cap = group.cap ? ` ${t('definitions.cap', { cap: group.cap })}` : ''
  const events = score.engagement.filter(rule => rule.group === group.key)
  const facts = score.engagementFacts.filter(rule => rule.group === group.key)
  return (
    <Rules title={text(`scoring.groups.${group.key}`, { defaultValue: group.key })} about={fading + cap}>
      {events.map(({ key, points, perDay }) => (
        <RuleRow
          key={key}
          name={key}
          points={points}
          about={perDay ? t('definitions.perDay', { count: perDay }) : undefined}
        />
      ))}
      {facts.map(({ key, points }) => (
        <RuleRow key={key} name={key} points={points} />
      ))}
    </Rules>
  )
}

function Rules({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <Table.ScrollContainer minWidth={300}>
      <Table captionSide="top" className={classes.rules}>
        <Table.Caption className={classes.caption}>
          <strong>{title}</strong> {about}
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('definitions.rule')}</Table.Th>
            <Table.Th ta="right">{t('definitions.points')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function RuleRow({ name, points, about }: { name: string; points: number; about?: ReactNode }) {
  const text = useAnyText()
  const format = useFormat()
  return (
    <Table.Tr>
      <Table.Td>
        {text(`scoring.rules.${name}`, { defaultValue: name })}
        {about && <span className={classes.quiet}>{about}</span>}
      </Table.Td>
      <Table.Td ta="right" className={points < 0 ? classes.loss : classes.gain}>
        {format.signed(points)}
      </Table.Td>
    </Table.Tr>
  )
}

function When({ rule }: { rule: Score['fit'][number] }) {
  return <>{useSentence()(rule.when)}</>
}
