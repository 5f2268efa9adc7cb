import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { eventNames } from '../../activity/events.ts'
import { useEventName } from '../../activity/web/parts.tsx'
import { roles } from '../../contacts/fields.ts'
import { useAnyText } from '../../ui/anyText.ts'
import type { Meaning, Sense } from '../mapping.ts'

/** What a word can mean, in the reader's words. */
export function useSenses() {
  const { t } = useTranslation()
  const text = useAnyText()
  const eventName = useEventName()
  return useMemo(() => {
    const events = eventNames.map(value => ({ value, label: eventName(value) }))
    const label = (sense: Sense): string => {
      if (sense.is === 'event') return t('imports.senses.event', { event: eventName(sense.name) })
      if (sense.is === 'role') return t('imports.senses.role', { role: text(`contacts.roles.${sense.role}`) })
      if (sense.is === 'tag') return t('imports.senses.tag', { tag: sense.tag })
      if (sense.is === 'objection')
        return t('imports.senses.objection', { channel: t(`imports.channels.${sense.channel}`) })
      return t(`imports.senses.${sense.is}`)
    }
    return { events, label }
  }, [t, text, eventName])
}

/** All senses for a word, the likely ones first; the word itself can be a tag. */
export function sensesFor(word: string, meaning: Meaning): Sense[] {
  const likely = meaning.is === 'ask' ? meaning.between : [meaning]
  const all: Sense[] = [
    ...likely,
    { is: 'nothing' },
    { is: 'customer' },
    ...(word ? [{ is: 'tag', tag: word.toLowerCase().slice(0, 100) } as const] : []),
    ...roles.map(role => ({ is: 'role', role }) as const),
    ...(['email', 'phone', 'any'] as const).map(channel => ({ is: 'objection', channel }) as const),
    ...eventNames.map(name => ({ is: 'event', name }) as const),
  ]
  return [...new Map(all.map(sense => [keyOf(sense), sense])).values()]
}

export const keyOf = (sense: Sense): string => Object.values(sense).join(':')
