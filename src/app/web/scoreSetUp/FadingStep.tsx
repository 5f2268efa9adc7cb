import { Group, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ScoreModel } from '../../../scoring/model.ts'
import { useFormat } from '../../../ui/format.ts'
import { GuideLink } from '../../../ui/GuideLink.tsx'
import { Section } from '../../../ui/Page.tsx'
import { AddGroup, GroupFields } from '../definitions/GroupFields.tsx'
import { useGroupName } from '../definitions/useChangeText.ts'
import { useEditing } from '../definitions/useDraft.ts'
import classes from './scoreSetUp.module.css'

type RuleGroup = ScoreModel['groups'][number]

/** How fast each group of signals fades, drawn, and the most that it gives. */
export function FadingStep() {
  const { t } = useTranslation()
  const { groups } = useEditing().shown.score
  return (
    <Section
      title={t('scoreSetUp.fading.title')}
      about={
        <>
          {t('scoreSetUp.fading.about')} <GuideLink page="score" part="fading" />
        </>
      }
      actions={<AddGroup />}
    >
      {groups.map(group => (
        <FadingGroup key={group.key} group={group} />
      ))}
      <Text size="sm" c="dimmed">
        {t('scoreSetUp.fading.moving')}
      </Text>
    </Section>
  )
}

function FadingGroup({ group }: { group: RuleGroup }) {
  const { t } = useTranslation()
  const name = useGroupName()
  const { engagement, engagementFacts } = useEditing().shown.score
  const count = [...engagement, ...engagementFacts].filter(rule => rule.group === group.key).length
  return (
    <article className={classes.group}>
      <div>
        <Title order={3} size="h4">
          {name(group)}
        </Title>
        <Text size="sm" c="dimmed" mb="xs">
          {t('scoreSetUp.fading.rules', { count })}
        </Text>
        <Group gap="xs" align="flex-end">
          <GroupFields group={group} />
        </Group>
      </div>
      <Curve halfLifeDays={group.halfLifeDays} />
    </article>
  )
}

/** The same half year for every group, so that they can be compared. */
const days = 180
const [width, height] = [200, 72]

function Curve({ halfLifeDays }: { halfLifeDays: number | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const left = (day: number) => (halfLifeDays === null ? 1 : 2 ** (-day / halfLifeDays))
  const at = (day: number) => `${(width * day) / days},${4 + (height - 4) * (1 - left(day))}`
  const line = Array.from({ length: 37 }, (_, place) => at(place * 5)).join(' ')
  const rest = (day: number) => format.number(Math.round(100 * left(day)) / 10)
  const said = t('scoreSetUp.fading.ten', { month: rest(30), quarter: rest(90), half: rest(180) })
  return (
    <figure className={classes.curve}>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden>
        <polygon points={`0,${height} ${line} ${width},${height}`} />
        <polyline points={line} />
      </svg>
      <figcaption>{halfLifeDays === null ? t('scoreSetUp.fading.stays') : said}</figcaption>
    </figure>
  )
}
