import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEventName } from '../../activity/web/parts.tsx'
import { useAnyText } from '../../ui/anyText.ts'
import { useFormat } from '../../ui/format.ts'
import type { MadeNow } from './api.ts'
import classes from './imports.module.css'

/** The contact that a row becomes: who it is, its facts, what happened and what it allows. The row itself is folded away. */
export function Made({ made, children }: { made: MadeNow; children: ReactNode }) {
  const { t } = useTranslation()
  const text = useAnyText()
  const { who, facts, more } = useParts(made)
  return (
    <>
      <div className={classes.cells}>
        <Text span fw={600}>
          {made.name || who[0] || made.organization || t('imports.made.nobody')}
        </Text>
        {made.roles.length > 0 && ` · ${made.roles.map(role => text(`contacts.roles.${role}`)).join(', ')}`}
        {made.organization && ` · ${t('imports.made.organization', { name: made.organization })}`}
        {who.length > 0 && ` · ${who.join(' · ')}`}
      </div>
      {facts.length > 0 && (
        <Text size="sm" className={classes.cells}>
          {facts.join(' · ')}
        </Text>
      )}
      {more.length > 0 && (
        <Text size="sm" className={classes.cells}>
          {more.join(' · ')}
        </Text>
      )}
      <details className={classes.original}>
        <summary>{t('imports.made.original')}</summary>
        {children}
      </details>
    </>
  )
}

function useParts({ identities, facts, events, consents, tags, notes }: MadeNow) {
  const { t } = useTranslation()
  const text = useAnyText()
  const format = useFormat()
  const eventName = useEventName()
  const happened = events.map(({ name, at }) => {
    const what = eventName(name)
    return t('imports.made.happened', { what: at ? `${what} (${format.date(at)})` : what })
  })
  const allowed = consents.map(({ channel, state }) =>
    t(state === 'granted' ? 'imports.made.granted' : 'imports.made.objected', {
      channel: text(`imports.channels.${channel}`),
    }),
  )
  return {
    who: identities.map(({ value }) => value),
    facts: facts.map(
      ({ key, label, value }) =>
        `${label ?? text(`contacts.fields.${key}`, { defaultValue: key.replace('custom.', '') })}: ${value}`,
    ),
    more: [
      ...happened,
      ...allowed,
      ...(tags.length ? [t('imports.made.tags', { tags: tags.join(', ') })] : []),
      ...(notes ? [t('imports.made.notes', { count: notes })] : []),
    ],
  }
}
