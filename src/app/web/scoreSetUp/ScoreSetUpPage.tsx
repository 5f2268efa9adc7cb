import { Button, Group } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconEye } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useAccess } from '../../../ui/access.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { GuideLink } from '../../../ui/GuideLink.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useUndoKey } from '../../../ui/useUndoKey.ts'
import { BackToDefinitions } from '../definitions/BackToDefinitions.tsx'
import { DraftBar } from '../definitions/DraftBar.tsx'
import { Flaws } from '../definitions/Flaws.tsx'
import { type Definition, useDefinitions, useFunnelShown } from '../definitions/useDefinitions.ts'
import { DraftContext, useDraft, useIsDraftKnown } from '../definitions/useDraft.ts'
import { useFunnelAddress } from '../funnelInView.ts'
import { AgainstStep } from './AgainstStep.tsx'
import { FadingStep } from './FadingStep.tsx'
import { IdealStep } from './IdealStep.tsx'
import { InterestStep } from './InterestStep.tsx'
import { Spread } from './Spread.tsx'
import classes from './scoreSetUp.module.css'
import { ThresholdsStep } from './ThresholdsStep.tsx'
import { type Step, steps, useStepAddress } from './useStepAddress.ts'

const all: Record<Step, ComponentType> = {
  ideal: IdealStep,
  interest: InterestStep,
  against: AgainstStep,
  fading: FadingStep,
  thresholds: ThresholdsStep,
}

/** The way from who is ideal and what shows interest to points, on the draft of the definitions, with what it does to the scores beside. */
export function ScoreSetUpPage() {
  const { t } = useTranslation()
  const definitions = useDefinitions()
  const funnel = useFunnelShown()
  const canEdit = useAccess().can('definitions.manage')
  const isDraftKnown = useIsDraftKnown()
  if (definitions.isPending || !isDraftKnown) return <Loading />
  if (definitions.isError)
    return <Failed error={definitions.error} retry={() => void definitions.refetch()} />
  return (
    <Page
      title={t('scoreSetUp.title')}
      about={
        <>
          {t('scoreSetUp.about')} <GuideLink page="points" part="steps" />
        </>
      }
      back={<BackToDefinitions />}
    >
      {funnel && canEdit ? (
        <Steps key={funnel.id} funnel={funnel} />
      ) : (
        <Empty title={t('scoreSetUp.notAllowed')} about={t('scoreSetUp.notAllowedAbout')} />
      )}
    </Page>
  )
}

function Steps({ funnel }: { funnel: Definition }) {
  const editing = useDraft(funnel)
  const [params] = useSearchParams()
  const step = steps.find(each => each === params.get('step')) ?? 'ideal'
  const Shown = all[step]
  useUndoKey(editing.canUndo ? editing.undo : undefined, editing.shown)
  return (
    <DraftContext value={editing}>
      <StepList step={step} />
      <div className={classes.columns}>
        <div className={classes.step}>
          <Flaws of={({ path }) => path[0] === 'score'} />
          <Shown key={step} />
          <Onwards step={step} />
        </div>
        <Spread />
      </div>
      <DraftBar canEdit />
    </DraftContext>
  )
}

function StepList({ step }: { step: Step }) {
  const { t } = useTranslation()
  const addressOf = useStepAddress()
  return (
    <nav aria-label={t('scoreSetUp.title')}>
      <ol className={classes.steps}>
        {steps.map((each, place) => (
          <li key={each}>
            <Link to={addressOf(each)} aria-current={each === step ? 'step' : undefined}>
              <span className={classes.number} aria-hidden>
                {place + 1}
              </span>
              {t(`scoreSetUp.steps.${each}`)}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** To the step before and the step after; after the last, to who would move. */
function Onwards({ step }: { step: Step }) {
  const { t } = useTranslation()
  const addressOf = useStepAddress()
  const address = useFunnelAddress()
  const place = steps.indexOf(step)
  const [before, after] = [steps[place - 1], steps[place + 1]]
  return (
    <Group justify="space-between">
      {before ? (
        <Button
          component={Link}
          to={addressOf(before)}
          variant="default"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
        >
          {t(`scoreSetUp.steps.${before}`)}
        </Button>
      ) : (
        <span />
      )}
      {after ? (
        <Button
          component={Link}
          to={addressOf(after)}
          rightSection={<IconArrowRight size={16} aria-hidden />}
        >
          {t(`scoreSetUp.steps.${after}`)}
        </Button>
      ) : (
        <Button
          component={Link}
          to={address('/definitions/preview')}
          rightSection={<IconEye size={16} stroke={1.8} aria-hidden />}
        >
          {t('scoreSetUp.whoMoves')}
        </Button>
      )}
    </Group>
  )
}
