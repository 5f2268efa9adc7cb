import { Button, Group, PasswordInput, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import type { Locale } from '../../../platform/texts.ts'
import { fieldErrors } from '../../../ui/client.ts'
import { OptionList } from '../../../ui/OptionList.tsx'
import { api } from '../api.ts'
import { Buyers, isRange, noBuyers, sellsToOf } from './Buyers.tsx'
import { useChecks } from './checks.ts'
import { EntryFrame } from './EntryFrame.tsx'
import classes from './entry.module.css'
import { GeneralError } from './GeneralError.tsx'
import { Meanings } from './Meanings.tsx'
import { currencyOptions, guessCurrency, guessTimeZone, timeZones } from './region.ts'

const steps = ['company', 'selling', 'buyers', 'account'] as const
type Step = (typeof steps)[number]

const fieldsOf: Record<Step, string[]> = {
  company: ['company', 'timeZone', 'currency'],
  selling: ['market', 'prospectNeeds', 'contactMeans'],
  buyers: ['sellsTo.sectors', 'sellsTo.countries', 'sellsTo.employees', 'from', 'to'],
  account: ['userName', 'email', 'password'],
}

const start = () => {
  const timeZone = guessTimeZone()
  return {
    company: '',
    timeZone,
    currency: guessCurrency(timeZone),
    market: 'b2b' as 'b2b' | 'b2c',
    prospectNeeds: 'click' as 'click' | 'conversation',
    contactMeans: 'everyone' as 'everyone' | 'not_customers',
    ...noBuyers,
    userName: '',
    email: '',
    password: '',
  }
}

/** First start: the company, what its words mean, whom it sells to if one likes to say so, the first account. */
export function SetUpPage() {
  const { t } = useTranslation()
  const setup = useQuery(api.identity.setup.state.queryOptions())
  const form = useSetUpForm()
  const [step, setStep] = useStep()
  const send = useSetUp(errors => {
    form.setErrors(errors)
    setStep(steps.find(each => fieldsOf[each].some(field => field in errors)) ?? 'account')
  })
  if (setup.data && !setup.data.open) return <Navigate to="/" replace />

  function advance(event: FormEvent) {
    event.preventDefault()
    const wrong = form.validate().errors
    if (fieldsOf[step].some(field => wrong[field])) return
    form.clearErrors()
    const next = steps[steps.indexOf(step) + 1]
    if (next) setStep(next)
    else send.mutate(form.values)
  }

  return (
    <EntryFrame title={t('entry.setUp.title')} about={t('entry.setUp.about')}>
      <Progress at={step} />
      <form className={classes.form} onSubmit={advance} noValidate>
        {step === 'company' && <Company form={form} />}
        {step === 'selling' && <Selling form={form} />}
        {step === 'buyers' && <Buyers form={form} />}
        {step === 'account' && <Account form={form} />}
        <GeneralError error={send.error} />
        <Group justify="space-between">
          {step === 'company' ? (
            <span />
          ) : (
            <Button variant="default" onClick={() => setStep(steps[steps.indexOf(step) - 1] ?? 'company')}>
              {t('ui.back')}
            </Button>
          )}
          <Button type="submit" loading={send.isPending}>
            {step === 'account' ? t('entry.setUp.finish') : t('ui.next')}
          </Button>
        </Group>
      </form>
    </EntryFrame>
  )
}

/** Going back in the browser goes a step back. */
function useStep() {
  const [params, setParams] = useSearchParams()
  const step = steps.find(each => each === params.get('step')) ?? 'company'
  return [step, (step: Step) => setParams({ step })] as const
}

const kept = 'embudo.set-up'

/** Only what is of the kind that the form has there. */
function readKept(begun: ReturnType<typeof start>): Partial<ReturnType<typeof start>> {
  try {
    const read = JSON.parse(sessionStorage.getItem(kept) ?? '{}') as Record<string, unknown>
    const isAlike = ([key, value]: [string, unknown]) =>
      (typeof read[key] === typeof value && Array.isArray(read[key]) === Array.isArray(value)) ||
      (value === '' && typeof read[key] === 'number')
    return Object.fromEntries(
      Object.entries(begun)
        .filter(isAlike)
        .map(([key]) => [key, read[key]]),
    )
  } catch {
    return {}
  }
}

/** What was typed outlives a reload, but for the password. */
function useSetUpForm() {
  const { t } = useTranslation()
  const { required, email, newPassword } = useChecks()
  const [begun] = useState(start)
  return useForm({
    initialValues: { ...begun, ...readKept(begun) },
    onValuesChange: ({ password, ...values }) => sessionStorage.setItem(kept, JSON.stringify(values)),
    validate: {
      company: required,
      userName: required,
      email,
      password: newPassword,
      to: (to, { from }) => (isRange(from, to) ? null : t('entry.setUp.buyers.badSizes')),
    },
  })
}

export type Form = ReturnType<typeof useSetUpForm>

function useSetUp(onRefused: (errors: Record<string, string>) => void) {
  const { i18n } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (values: Form['values']) =>
      api.identity.setup.create.call(asked(values, i18n.language as Locale)),
    onSuccess: async () => {
      sessionStorage.removeItem(kept)
      queries.clear()
      await navigate('/start')
    },
    onError: error => onRefused(fieldErrors(error)),
  })
}

function asked({ sectors, countries, from, to, ...values }: Form['values'], locale: Locale) {
  return { ...values, locale, sellsTo: sellsToOf({ sectors, countries, from, to }, values.market) }
}

function Progress({ at }: { at: Step }) {
  const { t } = useTranslation()
  const reached = steps.indexOf(at)
  return (
    <ol className={classes.steps}>
      {steps.map((step, place) => (
        <li
          key={step}
          data-reached={place <= reached || undefined}
          aria-current={step === at ? 'step' : undefined}
        >
          {t(`entry.setUp.steps.${step}`)}
        </li>
      ))}
    </ol>
  )
}

function Company({ form }: { form: Form }) {
  const { t, i18n } = useTranslation()
  const zones = useMemo(timeZones, [])
  const currencies = useMemo(() => currencyOptions(i18n.language), [i18n.language])
  return (
    <>
      <TextInput
        label={t('entry.setUp.company')}
        description={t('entry.setUp.companyAbout')}
        autoComplete="organization"
        data-autofocus
        autoFocus
        {...form.getInputProps('company')}
      />
      <div className={classes.two}>
        <Select
          label={t('entry.setUp.timeZone')}
          data={zones}
          searchable
          allowDeselect={false}
          limit={60}
          {...form.getInputProps('timeZone')}
        />
        <Select
          label={t('entry.setUp.currency')}
          data={currencies}
          searchable
          allowDeselect={false}
          limit={60}
          {...form.getInputProps('currency')}
        />
      </div>
    </>
  )
}

function Selling({ form }: { form: Form }) {
  const { t } = useTranslation()
  const market = <Value extends string>(value: Value, key: 'a' | 'b') => ({
    value,
    title: t(`entry.setUp.market.${key}`),
    about: t(`entry.setUp.market.${key}About`),
  })
  return (
    <>
      <OptionList
        label={t('entry.setUp.market.label')}
        options={[market('b2b', 'a'), market('b2c', 'b')]}
        value={form.values.market}
        onChange={market => form.setFieldValue('market', market)}
      />
      <Meanings answers={form.values} onChange={form.setValues} about={t('entry.setUp.prospect.about')} />
    </>
  )
}

function Account({ form }: { form: Form }) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput label={t('entry.name')} autoComplete="name" autoFocus {...form.getInputProps('userName')} />
      <TextInput
        label={t('entry.email')}
        type="email"
        autoComplete="username"
        inputMode="email"
        {...form.getInputProps('email')}
      />
      <PasswordInput
        label={t('entry.password')}
        description={t('entry.passwordAbout')}
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
    </>
  )
}
