import { Button, Collapse, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEventName } from '../../activity/web/parts.tsx'
import type { Kind } from '../../contacts/fields.ts'
import { saysNothing } from '../../contacts/questions.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { isEscape } from '../../ui/escaping.ts'
import { RegionContext, useFormat } from '../../ui/format.ts'
import { dayOf, instantOf } from '../../ui/zoneDay.ts'
import { AnswerInput } from './AnswerInput.tsx'
import type { Shown, ShownItem } from './api.ts'
import classes from './qualification.module.css'
import { type NewAnswer, useQualifying } from './qualifying.ts'
import { useQuestionTexts } from './questionTexts.ts'

type Props = { item: ShownItem; shown: Shown; contact: { id: string; kind: Kind }; onDone: () => void }

/** What was answered, who said it and in which conversation. Esc leaves it, Ctrl and Enter saves it. */
export function AnswerForm({ item, shown, contact, onDone }: Props) {
  const { t } = useTranslation()
  const texts = useQuestionTexts(shown.framework)
  const [draft, setDraft] = useState<NewAnswer>(() => startOf(item, shown))
  const { answer } = useQualifying(contact.id)
  const set = (part: Partial<NewAnswer>) => setDraft(before => ({ ...before, ...part }))
  const [isRefused, setRefused] = useState(false)
  const save = (given: NewAnswer) =>
    saysNothing(given) ? setRefused(true) : answer.mutate(given, { onSuccess: onDone })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save(draft)
  }
  const keys = (event: KeyboardEvent<HTMLFormElement>) => {
    if (isEscape(event)) onDone()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
  }
  return (
    <form onSubmit={submit} onKeyDown={keys} className={classes.form}>
      <Stack gap="xs">
        <Text size="sm" fs="italic">
          {texts.aloud(item.question)}
        </Text>
        <AnswerInput
          autoFocus
          {...{ question: item.question, draft, kind: contact.kind, onChange: set }}
          error={isRefused && saysNothing(draft) ? t('qualification.empty') : undefined}
        />
        <Details draft={draft} shown={shown} onChange={set} />
        <Buttons
          isSaving={answer.isPending}
          onTakeAway={item.state ? () => save({ question: item.question, state: null }) : undefined}
          onDone={onDone}
        />
      </Stack>
    </form>
  )
}

type ButtonsProps = { isSaving: boolean; onTakeAway?: () => void; onDone: () => void }

function Buttons({ isSaving, onTakeAway, onDone }: ButtonsProps) {
  const { t } = useTranslation()
  return (
    <Group gap="xs" justify="space-between">
      {onTakeAway ? (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onTakeAway}>
          {t('qualification.takeAway')}
        </Button>
      ) : (
        <span />
      )}
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
        <Button size="compact-sm" type="submit" loading={isSaving}>
          {t('ui.save')}
        </Button>
      </Group>
    </Group>
  )
}

/** A conversation of the last two hours is the one in which one is writing. */
const justNow = 2 * 3_600_000

function startOf(
  { question, value, saidBy, event, expiresAt, state }: ShownItem,
  { events }: Shown,
): NewAnswer {
  const [newest] = events
  const current = newest && Date.now() - Date.parse(newest.at) < justNow ? newest.id : undefined
  return {
    question,
    state: state === 'negative' ? 'negative' : 'confirmed',
    value,
    saidBy,
    eventId: event?.id ?? current,
    expiresAt,
  }
}

type PartProps = { draft: NewAnswer; onChange: (part: Partial<NewAnswer>) => void }

/** Who said it, when, and until when it counts; folded away, for most answers need none of it. */
function Details({ draft, shown, onChange }: PartProps & { shown: Shown }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { timeZone } = useContext(RegionContext)
  const eventName = useEventName()
  const [isOpen, setOpen] = useState(Boolean(draft.saidBy || draft.expiresAt))
  const events = shown.events.map(({ id, name, at }) => ({
    value: id,
    label: `${eventName(name)}, ${format.dateTime(at)}`,
  }))
  return (
    <>
      {events.length > 0 && (
        <Select
          size="xs"
          clearable
          label={t('qualification.conversation')}
          placeholder={t('qualification.byHand')}
          data={events}
          value={draft.eventId ?? null}
          onChange={eventId => onChange({ eventId: eventId ?? undefined })}
        />
      )}
      <Button size="compact-xs" variant="subtle" w="fit-content" onClick={() => setOpen(!isOpen)}>
        {t('qualification.details')}
      </Button>
      <Collapse expanded={isOpen}>
        <Group gap="xs" grow>
          <TextInput
            size="xs"
            maxLength={200}
            label={t('qualification.saidBy')}
            value={draft.saidBy ?? ''}
            onChange={event => onChange({ saidBy: event.currentTarget.value || undefined })}
          />
          <DayInput
            size="xs"
            clearable
            from={dayOf(new Date(), timeZone)}
            label={t('qualification.expires')}
            value={draft.expiresAt ? dayOf(new Date(draft.expiresAt), timeZone) : null}
            onChange={day =>
              onChange({ expiresAt: day ? instantOf(`${day} 12:00:00`, timeZone).toISOString() : undefined })
            }
          />
        </Group>
      </Collapse>
    </>
  )
}
