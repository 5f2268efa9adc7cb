import { Button, Group, Title } from '@mantine/core'
import { IconListNumbers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { GuideLink } from '../../../ui/GuideLink.tsx'
import { Section } from '../../../ui/Page.tsx'
import { useFunnelAddress } from '../funnelInView.ts'
import { Flaws } from './Flaws.tsx'
import { AddGroup, GroupFields } from './GroupFields.tsx'
import { Thresholds } from './ScoreFields.tsx'
import { AddRule, RuleRow, Rules } from './ScoreRules.tsx'
import { ShownVersion } from './ShownVersion.tsx'
import { useGroupName } from './useChangeText.ts'
import type { Definition } from './useDefinitions.ts'
import type { Editing } from './useDraft.ts'

type Score = Definition['score']
/** Given where the reader may change it. */
type Edit = { edit?: Editing['edit'] }

/** Where the score comes from: every rule with its points, how it fades, and the thresholds. */
export function ScoreDefinition({ funnel, score, edit }: Edit & { funnel: Definition; score: Score }) {
  const { t } = useTranslation()
  const address = useFunnelAddress()
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
        actions={
          edit && (
            <Button
              component={Link}
              to={address('/definitions/score')}
              size="xs"
              variant="default"
              leftSection={<IconListNumbers size={15} stroke={1.8} aria-hidden />}
            >
              {t('scoreSetUp.open')}
            </Button>
          )
        }
      >
        <ShownVersion kind="score" funnel={funnel} isDraft={edit !== undefined} />
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
        <Title order={3} id="engagement">
          {t('definitions.engagement')}
        </Title>
        {score.groups.map(group => (
          <GroupRules key={group.key} group={group} score={score} edit={edit} />
        ))}
        {edit && <AddGroup />}
      </Section>
    </div>
  )
}

/** The rules of a group of engagement, how it fades, and what it gives at most. */
export function GroupRules({ group, score, edit }: Edit & { group: Score['groups'][number]; score: Score }) {
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
            <GroupFields group={group} />
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
