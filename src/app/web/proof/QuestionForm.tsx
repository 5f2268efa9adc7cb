import { Input, SegmentedControl, Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFieldTexts } from '../../../contacts/web/parts.tsx'
import { useAnyText } from '../../../ui/anyText.ts'
import { DayInput } from '../../../ui/DayInput.tsx'
import { useStageName } from '../../../ui/stageWords.ts'
import { api } from '../api.ts'
import { useDefinitions, useFunnelShown } from '../definitions/useDefinitions.ts'
import { useFunnelName } from '../funnelInView.ts'
import { useCatalogue } from '../lists/source.ts'
import classes from './proof.module.css'
import { periods, type Question } from './question.ts'
import { useSystems } from './useProof.ts'

type PartProps = { question: Question; onChange: (part: Partial<Question>) => void }
type Props = PartProps & { children: ReactNode }

const outcomeEvents = ['purchase', 'proposal_accepted'] as const

/** What to check in the funnel in view: the outcome, of whom, in which period. */
export function QuestionForm({ question, onChange, children }: Props) {
  const { t } = useTranslation()
  const stage = useStageName()
  const stages = useFunnelShown()?.lifecycle.stages.slice(1) ?? []
  return (
    <div className={classes.form}>
      <WhichFunnel question={question} onChange={onChange} />
      <Select
        label={t('proof.outcome')}
        allowDeselect={false}
        value={question.outcome}
        onChange={outcome => outcome && onChange({ outcome })}
        data={[
          ...outcomeEvents.map(key => ({ value: `event:${key}`, label: t(`proof.outcomes.${key}`) })),
          ...stages.map(({ key }) => ({
            value: `stage:${key}`,
            label: t('proof.reached', { stage: stage(key) }),
          })),
        ]}
      />
      <Choice label={t('proof.kind')}>
        <SegmentedControl
          aria-label={t('proof.kind')}
          value={question.kind}
          onChange={kind => onChange({ kind: kind as Question['kind'] })}
          data={(['person', 'organization'] as const).map(value => ({
            value,
            label: t(`funnel.kinds.${value}`),
          }))}
        />
      </Choice>
      <WhichPeriod question={question} onChange={onChange} />
      <OrderChoice value={question.inOrderOf} onChange={inOrderOf => onChange({ inOrderOf })} />
      <div className={classes.ask}>{children}</div>
      <Text id={aboutOrder} size="xs" c="dimmed" flex="1 0 100%">
        {t('proof.orderAbout')}
      </Text>
    </div>
  )
}

/** Where there are several; an outcome that is a stage is of one funnel only. */
function WhichFunnel({ question, onChange }: PartProps) {
  const { t } = useTranslation()
  const nameOf = useFunnelName()
  const funnels = useDefinitions().data?.funnels ?? []
  if (funnels.length < 2) return null
  const choose = (key: string) => {
    const outcome = question.outcome.startsWith('stage:') ? 'event:purchase' : question.outcome
    onChange({ funnel: key === funnels[0]?.key ? '' : key, outcome })
  }
  return (
    <Select
      label={t('funnels.choose')}
      allowDeselect={false}
      value={question.funnel || funnels[0]?.key}
      onChange={key => key && choose(key)}
      data={funnels.map(funnel => ({ value: funnel.key, label: nameOf(funnel) }))}
    />
  )
}

const spans = [...(Object.keys(periods) as (keyof typeof periods)[]), 'days'] as const

function WhichPeriod({ question, onChange }: PartProps) {
  const { t } = useTranslation()
  const text = useAnyText()
  const isWrong = question.period === 'days' && question.from > question.to
  return (
    <>
      <Choice label={t('proof.period')}>
        <SegmentedControl
          aria-label={t('proof.period')}
          value={question.period}
          onChange={period => onChange({ period: period as Question['period'] })}
          data={spans.map(value => ({ value, label: t(`proof.periods.${value}`) }))}
        />
      </Choice>
      {question.period === 'days' &&
        (['from', 'to'] as const).map(end => (
          <DayInput
            key={end}
            past
            label={t(`proof.${end}`)}
            value={question[end]}
            onChange={day => day && onChange({ [end]: day })}
            error={isWrong && end === 'from' && text('errors.proof.no_period')}
            w={160}
          />
        ))}
    </>
  )
}

const aboutOrder = 'about-order'

type OrderProps = { value: string | null; onChange: (value: string | null) => void }

/** What tells who came first, where dates do not: a number field, or the numbers of another system. */
function OrderChoice({ value, onChange }: OrderProps) {
  const { t } = useTranslation()
  const { fields } = useCatalogue()
  const texts = useFieldTexts()
  const text = useAnyText()
  const isLoaded = useQuery(api.lists.catalogue.queryOptions()).isSuccess
  const systems = useSystems()
  const numbers = fields.filter(({ key, type }) => type === 'number' && key.startsWith('custom.'))
  const choices = [
    ...systems.map(system => ({ value: `externalId:${system}`, label: t('proof.numberIn', { system }) })),
    ...numbers.map(field => ({ value: field.key, label: texts.label(field) })),
  ]
  const isOffered = choices.some(choice => choice.value === value)
  const [kind, system] = value?.split(':') ?? []
  const field = fields.find(({ key }) => key === value)
  const isDeleted = isLoaded && !isOffered && !field && kind !== undefined && kind !== 'externalId'
  const numbered = system ? t('proof.numberIn', { system }) : t('proof.numberInAny')
  const known = field ? texts.label(field) : numbered
  // What was asked before stays a choice, though it is offered to nobody else.
  const asked = value && !isOffered ? [{ value, label: isDeleted ? t('proof.orderDeleted') : known }] : []
  const left = choices.map(choice => choice.label).join(', ')
  return (
    <Select
      label={t('proof.order')}
      placeholder={t('proof.byArrival')}
      aria-describedby={aboutOrder}
      clearable
      value={value}
      onChange={onChange}
      w={220}
      data={[...asked, ...choices]}
      error={isDeleted && text(`errors.proof.${left ? 'order_gone' : 'no_order_left'}`, { left })}
    />
  )
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Input.Wrapper label={label} labelElement="div" labelProps={{ 'aria-hidden': true }}>
      <div>{children}</div>
    </Input.Wrapper>
  )
}
