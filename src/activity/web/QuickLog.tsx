import {
  Button,
  Group,
  Kbd,
  Paper,
  SegmentedControl,
  Select,
  Stack,
  Textarea,
  TextInput,
  VisuallyHidden,
} from '@mantine/core'
import { DateTimePicker } from '@mantine/dates'
import { useForm } from '@mantine/form'
import {
  IconBriefcase,
  IconCalendarEvent,
  IconFileText,
  IconMessage,
  IconNote,
  IconPhone,
  IconShoppingBag,
} from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useContext, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AmountInput } from '../../ui/AmountInput.tsx'
import { RegionContext } from '../../ui/format.ts'
import { useShortcuts } from '../../ui/shortcuts.tsx'
import { clockOf } from '../../ui/zoneDay.ts'
import {
  type Draft,
  type Entry,
  type EntryAnswer,
  entryOf,
  isTalk,
  type LogKind,
  logKinds,
  newDraft,
} from './logEntry.ts'

const icons = {
  note: IconNote,
  call: IconPhone,
  meeting: IconCalendarEvent,
  message: IconMessage,
  proposal: IconFileText,
  opportunity: IconBriefcase,
  purchase: IconShoppingBag,
}
const keys: Record<LogKind, string> = {
  note: 'n',
  call: 'c',
  meeting: 'm',
  message: 'w',
  proposal: 'r',
  opportunity: 'o',
  purchase: 'p',
}

type Props = {
  currency: string
  /** Saves; the form closes when it is done and stays, with what was written, when it fails. */
  onLog: (entry: Entry) => Promise<unknown>
  /** Asks what is still to be known in a conversation; questions are above activity. */
  asks?: (answers: EntryAnswer[], onChange: (answers: EntryAnswer[]) => void) => ReactNode
}

/** Writes down what has just happened with a contact, in two or three keys. */
export function QuickLog(props: Props) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<LogKind>()
  useShortcuts(
    logKinds.map(each => ({
      keys: keys[each],
      label: t(`quickLog.${each}.begin`),
      also: t('quickLog.also'),
      done: 'often',
      run: () => setKind(each),
    })),
  )

  return (
    <Paper p="sm" component="section" aria-label={t('quickLog.title')}>
      <Group gap={6}>
        {logKinds.map(each => {
          const Icon = icons[each]
          return (
            <Button
              key={each}
              size="xs"
              variant={kind === each ? 'light' : 'subtle'}
              color={kind === each ? undefined : 'gray'}
              leftSection={<Icon size={16} aria-hidden />}
              aria-expanded={kind === each}
              aria-keyshortcuts={keys[each]}
              onClick={() => setKind(kind === each ? undefined : each)}
            >
              {t(`quickLog.${each}.title`)}
              <Kbd size="xs" ml={6} visibleFrom="md" aria-hidden>
                {keys[each]}
              </Kbd>
            </Button>
          )
        })}
      </Group>
      {kind && <LogForm key={kind} kind={kind} {...props} onClose={() => setKind(undefined)} />}
    </Paper>
  )
}

type FormProps = Props & { kind: LogKind; onClose: () => void }

function LogForm({ kind, currency, onLog, asks, onClose }: FormProps) {
  const { t } = useTranslation()
  const { timeZone } = useContext(RegionContext)
  const [saving, setSaving] = useState(false)
  const form = useLogForm(kind, currency)
  const save = form.onSubmit(async draft => {
    setSaving(true)
    try {
      await onLog(entryOf(draft, timeZone))
      onClose()
    } catch {
      // The caller has already said what went wrong; what was written stays.
      setSaving(false)
    }
  })
  const shortcut = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
  }
  const Fields = fields[kind]
  return (
    <form onSubmit={save} onKeyDown={shortcut} noValidate>
      <Stack gap="xs" mt="sm">
        <Fields form={form} />
        {isTalk(form.values) &&
          asks?.(form.values.answers, answers => form.setFieldValue('answers', answers))}
        <Group justify="space-between" align="end">
          {kind === 'note' ? <span /> : <When form={form} />}
          <Group gap="xs">
            <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
              {t('quickLog.cancel')}
            </Button>
            <Button size="xs" type="submit" loading={saving}>
              {t('quickLog.save')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}

function useLogForm(kind: LogKind, currency: string) {
  const { t } = useTranslation()
  return useForm<Draft>({
    initialValues: newDraft(kind, currency),
    validate: {
      text: value => (kind === 'note' && !value.trim() ? t('quickLog.note.empty') : null),
      amount: value => (kind === 'purchase' && !(Number(value) > 0) ? t('quickLog.purchase.noAmount') : null),
    },
  })
}

type FieldsProps = { form: ReturnType<typeof useLogForm> }

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
  return <SegmentedControl size="xs" aria-label={label} data={data} {...form.getInputProps(name)} />
}

function When({ form }: FieldsProps) {
  const { t } = useTranslation()
  const id = useId()
  const { timeZone } = useContext(RegionContext)
  return (
    <Group gap={4}>
      <VisuallyHidden id={`${id}-when`}>{t('quickLog.when')}</VisuallyHidden>
      <DateTimePicker
        size="xs"
        w={190}
        clearable
        id={id}
        aria-labelledby={`${id}-when ${id}`}
        placeholder={t('quickLog.now')}
        valueFormat="D MMM YYYY HH:mm"
        maxDate={clockOf(new Date(), timeZone)}
        {...form.getInputProps('at')}
      />
    </Group>
  )
}
