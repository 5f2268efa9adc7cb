import { useTranslation } from 'react-i18next'
import type { FieldValue } from '../../../contacts/fields.ts'
import { shownIdentity, useCalled, useFieldTexts } from '../../../contacts/web/parts.tsx'
import type { Catalogue } from '../../../criteria/web/parts.tsx'
import { useAnyText } from '../../../ui/anyText.ts'
import type { api } from '../api.ts'
import { useCorrectionLines } from './correctionLines.ts'
import { useQualificationLine } from './qualificationLine.ts'

export type ShownChange = Awaited<ReturnType<typeof api.contacts.changes.call>>[number]

export type ChangeLine = { key: string; label: string; from: string; to: string }

type Identity = { raw: string; label: string; isPrimary: boolean }

/** One change in words: each fact with what it was and what it became, in the order of the catalogue; what has several values comes last. */
export function useChangeLines({ fields, members, questions }: Catalogue) {
  const { t } = useTranslation()
  const besides = useLinesBesidesFacts()
  const qualified = useQualificationLine(questions)
  const called = useCalled()
  const texts = useFieldTexts(members)
  const labelOf = (key: string) => {
    const field = fields.find(each => each.key === key)
    return field ? texts.label(field) : key.replace(/^custom\./, '')
  }
  const labelOfKind = (kind: string) => {
    const field = fields.find(({ reach }) => 'identity' in reach && reach.identity === kind)
    return field ? texts.label(field) : kind
  }

  function several(key: string, before: unknown, after: unknown, names: Record<string, string>) {
    const [prefix = '', ...rest] = key.split(':')
    const name = rest.join(':')
    if (prefix === 'identity') {
      const [kind = ''] = rest
      return {
        label: labelOfKind(kind),
        text: identityText(kind, name.slice(kind.length + 1), before, after),
      }
    }
    if (prefix === 'organization')
      return { label: labelOf('organization'), text: called(names[name] ?? '').text }
    if (prefix === 'role') return { label: labelOf('roles'), text: texts.option({ key: 'roles' }, name) }
    return { label: labelOf('tags'), text: name }
  }

  function identityText(kind: string, value: string, before: unknown, after: unknown) {
    const { raw = '', isPrimary = false } = (after ?? before ?? {}) as Partial<Identity>
    const text = shownIdentity({ kind, value, raw })
    return before && after && isPrimary ? `${text} (${t('contactPage.main')})` : text
  }

  function lineOf(key: string, { before, after, names }: ShownChange): ChangeLine | undefined {
    const [was, is] = [before?.[key] ?? null, after?.[key] ?? null]
    if (unsaid.has(key) || JSON.stringify(was) === JSON.stringify(is)) return undefined
    if (key === 'deletedAt')
      return { key, label: t(is ? 'history.binned' : 'history.restored'), from: '', to: '' }
    if (/^(identity|organization|role|tag):/.test(key)) {
      // What only stops being the main one is said by the one that becomes it.
      if (was && is && !(is as Identity).isPrimary) return undefined
      const { label, text } = several(key, was, is, names)
      return { key, label, from: is ? '' : text, to: is ? text : '' }
    }
    const field = fields.find(each => each.key === key)
    const say = (value: unknown) => (field ? texts.value(field, value as FieldValue) : String(value ?? ''))
    return { key, label: labelOf(key), from: say(was), to: say(is) }
  }

  return (change: ShownChange): ChangeLine[] => [
    ...Object.keys({ ...change.before, ...change.after })
      .sort((a, b) => placeIn(fields, a) - placeIn(fields, b))
      .flatMap(key => qualified(key, change.before?.[key], change.after?.[key]) ?? lineOf(key, change) ?? []),
    ...besides(change),
  ]
}

const placeIn = (fields: Catalogue['fields'], key: string) =>
  key.includes(':') ? fields.length : fields.findIndex(each => each.key === key)

function useLinesBesidesFacts() {
  const saidLine = useSaidLine()
  const taskLine = useTaskLine()
  const correctionLines = useCorrectionLines()
  return ({ consents, tasks, corrections }: ShownChange) => [
    ...corrections.flatMap(correctionLines),
    ...consents.map(saidLine),
    ...tasks.map(taskLine),
  ]
}

/** What the contact said about a channel, recorded or taken back. */
function useSaidLine() {
  const text = useAnyText()
  return ({ channel, state, takenBack }: ShownChange['consents'][number], place: number): ChangeLine => {
    const said = text(`contacts.consents.${state}`)
    const label = text(`contacts.channels.${channel}`)
    return { key: `consent ${place}`, label, from: takenBack ? said : '', to: takenBack ? '' : said }
  }
}

/** What had to be done about the contact, or was done. */
function useTaskLine() {
  const { t } = useTranslation()
  const text = useAnyText()
  return ({ kind, isDone, takenBack }: ShownChange['tasks'][number], place: number): ChangeLine => {
    const task = text(`tasks.kinds.${kind}`)
    const said = isDone ? t('tasks.done', { task }) : task
    return { key: `task ${place}`, label: '', from: takenBack ? said : '', to: takenBack ? '' : said }
  }
}

const unsaid = new Set(['kind', 'createdAt', 'isDemo', 'displayName', 'updatedAt'])
