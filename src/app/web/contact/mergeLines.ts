import { useTranslation } from 'react-i18next'
import type { Field } from '../../../contacts/fields.ts'
import { shownIdentity, useFieldTexts } from '../../../contacts/web/parts.tsx'
import { useFormat } from '../../../ui/format.ts'
import { useCatalogue } from '../lists/source.ts'
import { factOf } from './factOf.ts'
import type { ShownContact } from './source.ts'

type Line = { key: string; label: string; kept: string; taken: string; result: string }

/** What each of two contacts knows and what the one that stays will know: what it knows already wins, of several all stay. */
export function useMergeLines(kept: ShownContact, taken: ShownContact): Line[] {
  const { t } = useTranslation()
  const format = useFormat()
  const { fields, members } = useCatalogue()
  const texts = useFieldTexts(members)
  const facts = fields
    .filter(({ key, appliesTo }) => !unsaid.has(key) && appliesTo.includes(kept.kind))
    .map(field => {
      const sides = [kept, taken].map(each => severalOf(each, field))
      const [ofKept = [], ofTaken = []] = sides.map(
        (several, side) => several ?? one(texts.value(field, factOf(side === 0 ? kept : taken, field))),
      )
      const all = sides[0] ? [...new Set([...ofKept, ...ofTaken])] : ofKept.length > 0 ? ofKept : ofTaken
      return {
        ...{ key: field.key, label: texts.label(field) },
        ...{ kept: ofKept.join(', '), taken: ofTaken.join(', '), result: all.join(', ') },
      }
    })
  const counted = (['notes', 'consents', 'people'] as const).map(key => {
    const [ofKept, ofTaken] = [kept[key].length, taken[key].length]
    const number = (count: number) => (count > 0 ? format.number(count) : '')
    const label = t(`merge.${key}`)
    return { key, label, kept: number(ofKept), taken: number(ofTaken), result: number(ofKept + ofTaken) }
  })
  return [...facts, ...counted].filter(line => line.result !== '')
}

const unsaid = new Set(['kind', 'displayName', 'createdAt', 'updatedAt'])

const one = (text: string) => (text ? [text] : [])

/** The values of a fact that a contact can have several of. */
function severalOf(contact: ShownContact, { reach }: Field): string[] | undefined {
  if ('array' in reach) return contact[reach.array]
  if ('organization' in reach) return contact.organizations.map(each => each.displayName)
  if ('identity' in reach)
    return contact.identities.filter(({ kind }) => kind === reach.identity).map(shownIdentity)
  return undefined
}
