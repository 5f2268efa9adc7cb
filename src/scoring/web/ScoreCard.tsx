import { Alert, Collapse, Group, Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type Catalogue, useReasonValue, useSentence } from '../../criteria/web/parts.tsx'
import { useFormat } from '../../ui/format.ts'
import { GuideLink } from '../../ui/GuideLink.tsx'
import { Temperature } from '../../ui/Temperature.tsx'
import { FadingChart } from './FadingChart.tsx'
import { PointLine } from './PointLine.tsx'
import classes from './score.module.css'
import type { ScoreNames, ShownAxis, ShownPoints } from './shownPoints.ts'

type Props = {
  points: ShownPoints
  standing: { temperature: string; turnsColdAt: string | null }
  catalogue: Catalogue
  names: ScoreNames
  /** The least fit worth an effort, where it counts for this contact. */
  contactFrom?: number
}

/** The score: fit and engagement, every point with its reason, and when it will turn cold. */
export function ScoreCard({ points, standing, contactFrom = 0, ...words }: Props) {
  const { t } = useTranslation()
  const { total } = points
  const titleId = useId()
  return (
    <Paper p="md" component="section" aria-labelledby={titleId}>
      <Group justify="space-between" align="baseline" mb="xs">
        <Group gap={4}>
          <Title order={2} id={titleId}>
            {t('points.title')}
          </Title>
          <GuideLink page="score" />
        </Group>
        <Temperature value={standing.temperature} />
      </Group>
      <Stack gap="sm">
        <Group gap="xs" align="baseline">
          <span className={classes.total}>{total.shown}</span>
          <Text size="sm" c="dimmed">
            {t('points.sum', {
              fit: points.fit.shown,
              engagement: points.engagement.shown,
              fitShare: total.fitShare,
              engagementShare: 100 - total.fitShare,
            })}
          </Text>
        </Group>
        {points.fit.shown < contactFrom && (
          <Alert color="gray" variant="light" p="xs" title={t('points.notYet')}>
            {t('points.notYetAbout', { fit: points.fit.shown, least: contactFrom })}
            <LackingMust axis={points.fit} catalogue={words.catalogue} />
          </Alert>
        )}
        <TurnsCold at={standing.turnsColdAt} temperature={standing.temperature} />
        {points.engagement.shown > 0 && <FadingChart points={points} />}
        <Axis name="fit" axis={points.fit} {...words} />
        <Axis name="engagement" axis={points.engagement} {...words} />
      </Stack>
    </Paper>
  )
}

/** Which must of the ideal profile is known not to hold, and what is known of it. */
function LackingMust({ axis, catalogue }: Pick<AxisProps, 'axis' | 'catalogue'>) {
  const { t } = useTranslation()
  const read = useReasonValue(catalogue)
  const sentence = useSentence(catalogue)
  const line = axis.lines.find(line => line.kind === 'fact' && line.rule === 'ideal_must')
  const unmet = line?.kind === 'fact' ? line.because.filter(each => !each.holds && read(each)) : []
  if (unmet.length === 0) return null
  const what = unmet.map(each => `${sentence({ not: each.rule })} (${read(each)})`)
  return (
    <Text size="sm" mt={4}>
      {t('points.lackingMust', { what: [...new Set(what)].join(' · ') })}
    </Text>
  )
}

function TurnsCold({ at, temperature }: { at: string | null; temperature: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (temperature === 'cold') return null
  return (
    <Text size="sm">
      {at
        ? t('points.turnsCold', { date: format.date(at), when: format.relative(at) })
        : t('points.staysWarm')}
    </Text>
  )
}

type AxisProps = { name: 'fit' | 'engagement'; axis: ShownAxis; catalogue: Catalogue; names: ScoreNames }

function Axis({ name, axis, ...words }: AxisProps) {
  const { t } = useTranslation()
  const id = useId()
  const [opened, { toggle }] = useDisclosure(axis.lines.length <= 6)
  return (
    <div>
      <UnstyledButton className={classes.axis} aria-expanded={opened} aria-controls={id} onClick={toggle}>
        <span>{t(`words.score.${name}`)}</span>
        <span className={classes.track} aria-hidden>
          <span className={classes.fill} data-axis={name} style={{ width: `${axis.shown}%` }} />
        </span>
        <span className={classes.shown}>{axis.shown}</span>
        <IconChevronDown size={14} aria-hidden className={classes.chevron} data-open={opened || undefined} />
      </UnstyledButton>
      <Collapse expanded={opened} id={id}>
        {axis.lines.length === 0 ? (
          <Text size="xs" c="dimmed">
            {t(`points.nothing.${name}`)}
          </Text>
        ) : (
          <ul className={classes.lines}>
            {axis.lines.map(line => (
              <PointLine key={keyOf(line)} line={line} {...words} />
            ))}
          </ul>
        )}
      </Collapse>
    </div>
  )
}

const keyOf = (line: ShownAxis['lines'][number]) =>
  [
    line.kind,
    'rule' in line ? line.rule : '',
    'group' in line ? line.group : '',
    'at' in line ? line.at : '',
  ].join(' ')
