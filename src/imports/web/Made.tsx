import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEventName } from '../../activity/web/parts.tsx'
import { useCalled } from '../../contacts/web/parts.tsx'
import { useAnyText } from '../../ui/anyText.ts'
import { useFormat } from '../../ui/format.ts'
import type { ImportNow, MadeNow, RowNow } from './api.ts'
import classes from './imports.module.css'
import { useMadeFacts } from './madeFacts.ts'

type Props = { made: MadeNow; row: RowNow; job: ImportNow; children: ReactNode }

/** The contact that a row becomes: who it is, its facts, what happened and what it allows. The row itself is folded away. */
export function Made({ made, row, job, children }: Props) {
  const { t } = useTranslation()
  const text = useAnyText()
  const { called, who, more } = useParts(made)
  const factOf = useMadeFacts(job)
  return (
    <>
      <div className={classes.cells}>
        <Text span fw={600}>
          {called}
        </Text>
        {made.roles.length > 0 && ` · ${made.roles.map(role => text(`contacts.roles.${role}`)).join(', ')}`}
        {made.organization && ` · ${t('imports.made.organization', { name: made.organization })}`}
        {who.length > 0 && ` · ${who.join(' · ')}`}
      </div>
      {made.facts.length > 0 && (
        <Text size="sm" className={classes.facts}>
          {made.facts.map((fact, i) => {
            const { text, isLeftOut } = factOf(fact, row)
            return <span key={i}>{isLeftOut ? <s>{text}</s> : text}</span>
          })}
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

function useParts({ name, organization, identities, events, consents, tags, notes }: MadeNow) {
  const { t } = useTranslation()
  const text = useAnyText()
  const format = useFormat()
  const eventName = useEventName()
  const called = useCalled()
  const [first] = identities
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
    called: name || (first && called(bare(first)).text) || organization || t('imports.made.nobody'),
    who: (name ? identities : identities.slice(1)).map(shownIdentifier),
    more: [
      ...happened,
      ...allowed,
      ...(tags.length ? [t('imports.made.tags', { tags: tags.join(', ') })] : []),
      ...(notes ? [t('imports.made.notes', { count: notes })] : []),
    ],
  }
}

type Identifier = MadeNow['identities'][number]

/** Identifiers of other systems are kept as `system:identifier`. */
const bare = ({ kind, value }: Identifier) =>
  kind === 'external' ? value.slice(value.indexOf(':') + 1) : value

const shownIdentifier = ({ kind, value }: Identifier) =>
  kind === 'external' ? value.replace(':', ' ') : value
