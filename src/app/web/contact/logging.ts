import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  type Entry,
  type HappenedEntry,
  type HappenedItem,
  useEventName,
} from '../../../activity/web/parts.tsx'
import { useUndo } from '../../../contacts/web/parts.tsx'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import type { ShownContact } from './source.ts'

/** Writes down what happened; it can be undone. Stage and score follow on every open screen by themselves. */
export function useLogging(contact: ShownContact) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const toasts = useToasts()
  const eventName = useEventName()
  const everything = () => queries.invalidateQueries()
  const stale = [api.activity.key(), api.contacts.get.key({ input: { id: contact.id } })]
  const refresh = () => Promise.all(stale.map(queryKey => queries.invalidateQueries({ queryKey })))

  const logNote = async (body: string) => {
    const { id } = await api.contacts.addNote.call({ id: contact.id, body })
    toasts.done(t('quickLog.saved.note'), async () => {
      await api.contacts.removeNote.call({ id })
      await refresh()
    })
  }
  const logEvent = async ({ name, at, properties, answers }: HappenedEntry) => {
    const { id, changeSetId } = await api.activity.record.call({
      ...{
        contact: { id: contact.id },
        messageId: crypto.randomUUID(),
        name,
        at,
        properties,
        answers,
        source: 'manual',
      },
    })
    if (!id) return
    toasts.done(t('quickLog.saved.event', { event: eventName(name) }), async () => {
      await (changeSetId ? api.contacts.undo.call({ id: changeSetId }) : api.activity.withdraw.call({ id }))
      await (changeSetId ? everything() : refresh())
    })
    if (changeSetId) await everything()
  }
  const log = async (entry: Entry) => {
    try {
      await (entry.kind === 'note' ? logNote(entry.body) : logEvent(entry))
      await refresh()
    } catch (error) {
      toasts.failed(error)
      throw error
    }
  }
  return log
}

/** Puts right what was written down, and takes back what happened, with what was answered in it; each can be undone. */
export function useMending() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const toasts = useToasts()
  const eventName = useEventName()
  const undo = useUndo()
  const everything = () => queries.invalidateQueries()
  const withdraw = async ({ id, name }: HappenedItem) => {
    try {
      await api.activity.withdraw.call({ id })
      toasts.done(t('timeline.withdrawnToast', { event: eventName(name) }), async () => {
        await api.activity.restore.call({ id }).then(everything)
      })
      await everything()
    } catch (error) {
      toasts.failed(error)
    }
  }
  const correct = async ({ id }: HappenedItem, { name, at, properties }: HappenedEntry) => {
    try {
      const { changeSetId } = await api.activity.correct.call({ id, name, at, properties })
      toasts.done(t('timeline.corrected', { event: eventName(name) }), undo(changeSetId))
      await everything()
    } catch (error) {
      toasts.failed(error)
      throw error
    }
  }
  return { correct, withdraw: (item: HappenedItem) => void withdraw(item) }
}
