import { Group, Input, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AmountInput } from '../../ui/AmountInput.tsx'
import type { Draft, LogKind } from './logEntry.ts'

export type FieldsProps = { form: UseFormReturnType<Draft> }

export function LogFields({ form }: FieldsProps) {
  const Fields = fields[form.values.kind]
  return <Fields form={form} />
}

const fields: Record<LogKind, (props: FieldsProps) => ReactNode> = {
  note: NoteFields,
  call: CallFields,
  meeting: MeetingFields,
  message: MessageFields,
  proposal: SaleFields,
  opportunity: OpportunityFields,
  purchase: SaleFields,
}

function NoteFields({ form }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <Textarea
      data-autofocus
      autoFocus
      autosize
      minRows={3}
      aria-label={t('quickLog.note.text')}
      placeholder={t('quickLog.note.text')}
      {...form.getInputProps('text')}
    />
  )
}

function CallFields({ form }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Choice
        form={form}
        name="variant"
        label={t('quickLog.call.choose')}
        labels={{ answered: t('quickLog.call.answered'), unanswered: t('quickLog.call.unanswered') }}
      />
      {form.values.variant === 'answered' && <Summary form={form} />}
    </>
  )
}

function MeetingFields({ form }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Choice
        form={form}
        name="variant"
        label={t('quickLog.meeting.choose')}
        labels={{ inPerson: t('quickLog.meeting.inPerson'), video: t('quickLog.meeting.video') }}
      />
      <Summary form={form} />
    </>
  )
}

function MessageFields({ form }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Group gap="xs">
        <Choice
          form={form}
          name="channel"
          label={t('quickLog.channel.choose')}
          labels={{ email: t('quickLog.channel.email'), whatsapp: 'WhatsApp', linkedin: 'LinkedIn' }}
        />
        <Choice
          form={form}
          name="variant"
          label={t('quickLog.message.choose')}
          labels={{ received: t('quickLog.message.received'), sent: t('quickLog.message.sent') }}
        />
      </Group>
      <Summary form={form} />
    </>
  )
}

function OpportunityFields({ form }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Choice
        form={form}
        name="variant"
        label={t('quickLog.opportunity.choose')}
        labels={{ opened: t('quickLog.opportunity.opened'), lost: t('quickLog.opportunity.lost') }}
      />
      <SaleFields form={form} />
    </>
  )
}

/** How much and what for: of a purchase the amount is needed. */
function SaleFields({ form }: FieldsProps) {
  const { t } = useTranslation()
  const asks = form.values.kind === 'purchase' ? 'purchase' : 'sale'
  return (
    <Group gap="xs" align="start" grow preventGrowOverflow={false}>
      <AmountInput
        autoFocus
        label={t(`quickLog.${asks}.amount`)}
        value={form.values.amount}
        error={form.errors.amount}
        onChange={amount => form.setFieldValue('amount', amount)}
      />
      <Select
        w={100}
        label={t('quickLog.purchase.currency')}
        data={[
          ...new Set([form.values.currency, 'EUR', 'USD', 'MXN', 'COP', 'CLP', 'ARS', 'PEN', 'BRL', 'GBP']),
        ]}
        allowDeselect={false}
        {...form.getInputProps('currency')}
      />
      <TextInput label={t(`quickLog.${asks}.offer`)} {...form.getInputProps('offer')} />
    </Group>
  )
}

function Summary({ form }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <Textarea
      autosize
      minRows={2}
      autoFocus
      aria-label={t('quickLog.summary')}
      placeholder={t('quickLog.summary')}
      {...form.getInputProps('text')}
    />
  )
}

type ChoiceProps = FieldsProps & {
  name: 'variant' | 'channel'
  label: string
  labels: Record<string, string>
}

function Choice({ form, name, label, labels }: ChoiceProps) {
  const data = Object.entries(labels).map(([value, text]) => ({ value, label: text }))
  const { error, ...input } = form.getInputProps(name)
  return (
    <Input.Wrapper error={error}>
      <SegmentedControl size="xs" fullWidth aria-label={label} data={data} {...input} />
    </Input.Wrapper>
  )
}
