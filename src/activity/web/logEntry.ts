import type { z } from 'zod'
import { clockOf, instantOf } from '../../ui/zoneDay.ts'
import type { eventInput } from '../contract.ts'
import { mostMoney } from '../events.ts'

/** What a person writes down by hand, in the order of the buttons. */
export const logKinds = ['note', 'call', 'meeting', 'message', 'proposal', 'opportunity', 'purchase'] as const
export type LogKind = (typeof logKinds)[number]

/** What was answered to a question in a conversation. */
export type EntryAnswer = NonNullable<z.input<typeof eventInput>['answers']>[number]

export type Entry =
  | { kind: 'note'; body: string }
  | { kind: 'event'; name: string; at?: string; properties: Record<string, unknown>; answers?: EntryAnswer[] }

export type HappenedEntry = Entry & { kind: 'event' }

export type Draft = {
  kind: LogKind
  /** Answered or not, in person or by video, received or sent, opened or lost; empty is not said. */
  variant: string
  channel: string
  text: string
  amount: number | null
  currency: string
  offer: string
  /** As the workspace's clocks show them, `YYYY-MM-DD` and `HH:mm`; null is not said. */
  day: string | null
  hour: string | null
  answers: EntryAnswer[]
}

const firstVariant: Record<LogKind, string> = {
  note: '',
  call: 'answered',
  meeting: 'inPerson',
  message: '',
  proposal: '',
  opportunity: 'opened',
  purchase: '',
}

export const newDraft = (kind: LogKind, currency: string): Draft => ({
  kind,
  variant: firstVariant[kind],
  channel: 'email',
  text: '',
  amount: null,
  currency,
  offer: '',
  day: null,
  hour: null,
  answers: [],
})

/** The same as of another kind: what was written stays, and what one cannot do in the other is chosen anew. */
export const draftAs = (kind: LogKind, draft: Draft): Draft => ({
  ...newDraft(kind, draft.currency),
  ...draft,
  kind,
  variant: draft.kind === kind ? draft.variant : firstVariant[kind],
})

export const isWritten = ({ text, amount, offer, day, hour, answers }: Draft): boolean =>
  Boolean(text.trim() || amount !== null || offer.trim() || day || hour || answers.length)

export const channelOf = ({ kind, channel }: Draft): string | undefined =>
  kind === 'message' ? channel : kind === 'call' ? 'phone' : undefined

/** Whether it is a conversation, in which questions may have been answered. */
export const isTalk = ({ kind, variant }: Draft): boolean =>
  kind === 'meeting' ||
  (kind === 'call' && variant === 'answered') ||
  (kind === 'message' && variant === 'received')

export const isSale = ({ kind }: Draft): boolean =>
  kind === 'proposal' || kind === 'opportunity' || kind === 'purchase'

export type Flaw = 'empty' | 'noDirection' | 'noAmount' | 'noNumber' | 'absurd'

/** What keeps it from being saved, by what it is wrong with. Nobody's silence is taken for a message received. */
export function flawsOf(draft: Draft): { text?: Flaw; variant?: Flaw; amount?: Flaw } {
  const { kind, text, variant, amount } = draft
  if (kind === 'note' && !text.trim()) return { text: 'empty' }
  if (kind === 'message' && !variant) return { variant: 'noDirection' }
  if (!isSale(draft) || (amount === null && kind !== 'purchase')) return {}
  if (amount === null) return { amount: 'noAmount' }
  if (Number.isNaN(amount)) return { amount: 'noNumber' }
  return amount <= 0 || amount > mostMoney ? { amount: 'absurd' } : {}
}

/** The event of the catalogue for each thing that a person can say has happened. */
export const eventNames: Record<string, string> = {
  'call.answered': 'call',
  'call.unanswered': 'call_made',
  'meeting.inPerson': 'meeting',
  'meeting.video': 'video_call',
  'message.email.received': 'email_received',
  'message.email.sent': 'email_sent',
  'message.whatsapp.received': 'whatsapp_received',
  'message.whatsapp.sent': 'whatsapp_sent',
  'message.linkedin.received': 'linkedin_replied',
  'message.linkedin.sent': 'linkedin_message_sent',
  proposal: 'proposal_sent',
  'opportunity.opened': 'opportunity_opened',
  'opportunity.lost': 'opportunity_lost',
  purchase: 'purchase',
}

const saleOf = ({ amount, currency, offer }: Draft) => ({
  ...(amount !== null && { amount, currency }),
  ...(offer.trim() && { offer: offer.trim() }),
})

/** Taken for a past day of which no hour is said. */
export const unsaidHour = '12:00'

function momentOf({ day, hour }: Draft, now: Date, timeZone: string): string | undefined {
  const [today] = clockOf(now, timeZone).split(' ')
  if (hour === null && (day === null || day === today)) return undefined
  return instantOf(`${day ?? today} ${hour ?? unsaidHour}:00`, timeZone).toISOString()
}

/** Turns the form into what is stored: a note, or an event with its properties; empty ones are left out. */
export function entryOf(draft: Draft, now: Date, timeZone: string): Entry {
  const text = draft.text.trim()
  if (draft.kind === 'note') return { kind: 'note', body: text }
  const path = [draft.kind, draft.kind === 'message' ? draft.channel : '', draft.variant]
    .filter(Boolean)
    .join('.')
  const properties = isSale(draft) ? saleOf(draft) : { ...(text && { summary: text }) }
  const at = momentOf(draft, now, timeZone)
  const answers = isTalk(draft) && draft.answers.length > 0 ? { answers: draft.answers } : {}
  return { kind: 'event', name: eventNames[path] ?? draft.kind, ...(at && { at }), properties, ...answers }
}
