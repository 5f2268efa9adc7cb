import { Button, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { eventTypes, isEventName } from '../../../activity/events.ts'
import { keyFrom } from '../../../platform/keyFrom.ts'
import { readyMadeScore } from '../../../scoring/defaults.ts'
import type { FactRule, ScoreModel } from '../../../scoring/model.ts'
import { GuideLink } from '../../../ui/GuideLink.tsx'
import { addRule } from '../definitions/changing.ts'
import { useEditing } from '../definitions/useDraft.ts'
import { type Against, isAgainst } from './against.ts'
import classes from './scoreSetUp.module.css'

type Caution = 'competitors' | 'job_seekers' | 'students' | 'robots' | 'opens' | 'ours'

/** Signals that look like interest and are none. */
export function MisleadingSignals() {
  const { score } = useEditing().shown
  return (
    <Cautions>
      <CautionLine caution="robots" isMet />
      <CautionLine caution="opens" isMet={!givesFor(score, name => name === 'email_opened')} />
      <CautionLine caution="ours" isMet={!givesFor(score, isOurs)} />
    </Cautions>
  )
}

const isOurs = (name: string) => isEventName(name) && eventTypes[name].direction === 'out'

const givesFor = ({ engagement }: ScoreModel, is: (name: string) => boolean) =>
  engagement.some(({ points, on }) => points > 0 && on.did.some(is))

/** People who show interest and will not buy. Each has a ready-made rule. */
export function MisleadingPeople() {
  return (
    <Cautions>
      <Person caution="competitors" rule="competitor" />
      <Person caution="job_seekers" rule="careers" />
      <Person caution="students" rule="student" />
    </Cautions>
  )
}

const readyMade = readyMadeScore('b2b').fit

function Person({ caution, rule }: { caution: Caution; rule: Against }) {
  const { t } = useTranslation()
  const { shown, edit } = useEditing()
  const { fit, engagement, engagementFacts } = shown.score
  const isMet = [...fit, ...engagement, ...engagementFacts].some(
    each => each.points < 0 && isAgainst(rule, 'on' in each ? each.on : each.when),
  )
  const proposed = readyMade.find(({ key }) => key === rule)
  const taken = [...fit, ...engagement, ...engagementFacts].map(({ key }) => key)
  const add = (rule: FactRule) =>
    edit(addRule('fit', { ...rule, key: keyFrom(rule.key, 'rule', key => taken.includes(key)) }))
  return (
    <CautionLine caution={caution} isMet={isMet}>
      {proposed && (
        <Button size="compact-xs" variant="default" onClick={() => add(proposed)}>
          {t('scoreSetUp.cautions.add', { points: proposed.points })}
        </Button>
      )}
    </CautionLine>
  )
}

function Cautions({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div>
      <Title order={3} size="h4">
        {t('scoreSetUp.cautions.title')} <GuideLink page="cautions" />
      </Title>
      <ul className={classes.cautions}>{children}</ul>
    </div>
  )
}

type LineProps = { caution: Caution; isMet: boolean; children?: ReactNode }

function CautionLine({ caution, isMet, children }: LineProps) {
  const { t } = useTranslation()
  const Icon = isMet ? IconCircleCheck : IconAlertTriangle
  return (
    <li>
      <Icon
        size={18}
        stroke={1.8}
        role="img"
        className={classes.mark}
        data-open={!isMet || undefined}
        aria-label={t(isMet ? 'scoreSetUp.cautions.met' : 'scoreSetUp.cautions.open')}
      />
      <div>
        <Text size="sm" fw={600}>
          {t(`scoreSetUp.cautions.${caution}`)}
        </Text>
        <Text size="sm" c="dimmed">
          {isMet || caution === 'robots'
            ? t(`scoreSetUp.cautions.${caution}Met`)
            : t(`scoreSetUp.cautions.${caution}Open`)}
        </Text>
        {!isMet && children}
      </div>
    </li>
  )
}
