import { Text, UnstyledButton } from '@mantine/core'
import { IconCheck, IconCircleDashed, IconClock, IconEye, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useEventName } from '../../activity/web/parts.tsx'
import type { Kind } from '../../contacts/fields.ts'
import { useAnyText } from '../../ui/anyText.ts'
import { useFormat } from '../../ui/format.ts'
import { AnswerForm } from './AnswerForm.tsx'
import type { Shown, ShownItem } from './api.ts'
import classes from './qualification.module.css'
import { useQuestionTexts } from './questionTexts.ts'

type Props = {
  shown: Shown
  contact: { id: string; kind: Kind }
  writable: boolean
  opened: string | undefined
  onOpen: (question: string | undefined) => void
}

/** Every question with what became of it; one at a time is answered where it stands. */
export function QuestionList({ shown, contact, writable, opened, onOpen }: Props) {
  return (
    <ul className={classes.list}>
      {shown.items.map(item => (
        <li key={item.question}>
          <Line
            item={item}
            shown={shown}
            isOpen={opened === item.question}
            onToggle={
              writable && !item.isCounted
                ? () => onOpen(opened === item.question ? undefined : item.question)
                : undefined
            }
          />
          {opened === item.question && (
            <AnswerForm item={item} shown={shown} contact={contact} onDone={() => onOpen(undefined)} />
          )}
        </li>
      ))}
    </ul>
  )
}

const icons = { confirmed: IconCheck, negative: IconX, asked: IconClock, unasked: IconCircleDashed }

type LineProps = { item: ShownItem; shown: Shown; isOpen: boolean; onToggle?: () => void }

function Line({ item, shown, isOpen, onToggle }: LineProps) {
  const { t } = useTranslation()
  const texts = useQuestionTexts(shown.framework)
  const state = item.state ?? 'unasked'
  const Icon = item.isCounted && state === 'unasked' ? IconEye : icons[state]
  const value = useValue(item)
  const said = useSaid(item)
  const body = (
    <>
      <Icon size={16} aria-hidden className={classes.icon} data-state={state} />
      <span className={classes.body}>
        <span className={classes.name}>
          {texts.name(item.question)}
          <Text span size="xs" c="dimmed">
            {' · '}
            {t(item.isExpired ? 'qualification.expired' : `qualification.states.${state}`)}
          </Text>
        </span>
        {value && <Text size="sm">{value}</Text>}
        {said && (
          <Text size="xs" c="dimmed">
            {said}
          </Text>
        )}
      </span>
    </>
  )
  if (!onToggle) return <div className={classes.line}>{body}</div>
  return (
    <UnstyledButton className={classes.line} aria-expanded={isOpen} onClick={onToggle}>
      {body}
    </UnstyledButton>
  )
}

function useValue({ question, value }: ShownItem): string {
  const text = useAnyText()
  const format = useFormat()
  if (value === undefined) return ''
  if (question === 'authority') return text(`contacts.options.${value}`, { defaultValue: String(value) })
  if (typeof value === 'number')
    return question === 'budget' ? format.roundMoney(value) : format.number(value)
  return Array.isArray(value) ? format.list(value) : String(value)
}

/** Who said it, in which conversation or when it was written, and until when it counts. */
function useSaid({ saidBy, event, at, expiresAt, isExpired, isCounted }: ShownItem): string {
  const { t } = useTranslation()
  const format = useFormat()
  const eventName = useEventName()
  if (isCounted) return t('qualification.counted')
  const when = event
    ? t('qualification.saidIn', { event: eventName(event.name), date: format.date(event.at) })
    : at && format.date(at)
  const until =
    expiresAt &&
    t(isExpired ? 'qualification.expiredOn' : 'qualification.expiresOn', { date: format.date(expiresAt) })
  return [saidBy, when, until].filter(Boolean).join(' · ')
}
