import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFieldTexts } from '../../contacts/web/parts.tsx'
import type { Mapping, NewFieldType, Target } from '../mapping.ts'
import type { ColumnNow, FieldNow, QuestionNow } from './api.ts'
import { useAskedName } from './askedName.ts'

const identities = ['email', 'phone', 'external', 'linkedin', 'tax_id', 'domain'] as const

/** A list of choices is drawn once it is opened: all of those of a wide file would be ten thousand elements. */
export const unopened = { keepMounted: false }

/** Everything that a column can become, in groups, for a select. */
export function useTargetChoices(mapping: Mapping, fields: FieldNow[], questions: QuestionNow[]) {
  const { t } = useTranslation()
  const { label } = useFieldTexts()
  const answers = useAnswerChoices(questions)
  return useMemo(() => {
    const group = (name: GroupName, items: Choice[]) => ({
      group: t(`imports.targets.group.${name}`),
      items,
    })
    const plain = (...values: PlainChoice[]) =>
      values.map(value => ({ value, label: t(`imports.targets.${value}`) }))
    const facts = fields.filter(field => isFact(field) && field.appliesTo.includes(mapping.kind))
    const ofCompany = fields.filter(
      field => isFact(field) && field.appliesTo.includes('organization') && field.key !== 'name',
    )
    return [
      group('nothing', plain('evidence')),
      group('who', [
        ...facts
          .filter(field => names.has(field.key))
          .map(field => ({ value: `field:${field.key}`, label: label(field) })),
        ...identities.map(value => ({ value, label: t(`imports.targets.${value}`) })),
      ]),
      group('fact', [
        ...plain('newField'),
        ...facts
          .filter(field => !names.has(field.key))
          .map(field => ({ value: `field:${field.key}`, label: label(field) })),
      ]),
      ...(mapping.kind === 'person'
        ? [
            group('organization', [
              { value: 'organization:name', label: t('imports.targets.organizationName') },
              ...ofCompany.map(field => ({
                value: `organization:${field.key}`,
                label: t('imports.targets.organizationField', { field: label(field) }),
              })),
            ]),
          ]
        : []),
      group('question', answers),
      group('happened', plain('outcome', 'event', 'meaning')),
      group('permission', plain('objection', 'consent')),
      group('other', plain('tag', 'note')),
    ]
  }, [t, label, mapping.kind, fields, answers])
}

function useAnswerChoices(questions: QuestionNow[]): Choice[] {
  const { t } = useTranslation()
  const name = useAskedName(questions)
  // `name` is another function each time; what it says changes with these.
  return useMemo(
    () =>
      questions.map(({ key }) => ({
        value: `answer:${key}`,
        label: t('imports.targets.answer', { question: name(key) }),
      })),
    [t, questions],
  )
}

type GroupName =
  | 'nothing'
  | 'who'
  | 'fact'
  | 'organization'
  | 'question'
  | 'happened'
  | 'permission'
  | 'other'
type PlainChoice =
  | ('evidence' | 'newField' | 'event' | 'outcome' | 'meaning')
  | ('consent' | 'objection' | 'tag' | 'note')
type Choice = { value: string; label: string }

const names = new Set(['name', 'givenName', 'surname', 'secondSurname'])
const linked = new Set(['email', 'phone', 'external', 'linkedin', 'tax_id', 'domain', 'organization'])

const isFact = ({ key, type }: FieldNow): boolean => !linked.has(type) && key !== 'tags'

/** The choice that stands for a target. */
export function choiceOf(target: Target): string {
  if (target.as === 'field' || target.as === 'organization') return `${target.as}:${target.field}`
  if (target.as === 'identity') return target.kind
  if (target.as === 'answer') return `answer:${target.question}`
  return target.as === 'meaning' ? meaningKind(target) : target.as
}

/** One event for every cell; having bought, by the cells that say so; or each word its own sense. */
export function meaningKind({
  values,
  otherwise,
}: Extract<Target, { as: 'meaning' }>): 'event' | 'outcome' | 'meaning' {
  const senses = Object.values(values)
  if (senses.length === 0 && otherwise.is === 'event') return 'event'
  const bought = senses.some(sense => sense.is === 'customer')
  const onlyBought = senses.every(sense => sense.is === 'customer' || sense.is === 'nothing')
  return bought && onlyBought && otherwise.is === 'nothing' ? 'outcome' : 'meaning'
}

const typeOf: Partial<Record<string, NewFieldType>> = {
  ...{
    yesNo: 'boolean',
    integer: 'number',
    number: 'number',
    date: 'date',
    choice: 'choice',
    url: 'url',
    longText: 'long_text',
  },
}

/** The target for a choice, filled in from what the column holds. */
export function targetFor(choice: string, about: ColumnNow, before: Target): Target {
  const [kind = '', field = ''] = choice.split(':')
  if (kind === 'field' || kind === 'organization') return { as: kind, field }
  const identity = identities.find(each => each === kind)
  if (identity) return { as: 'identity', kind: identity, ...(identity === 'external' && { system: 'file' }) }
  const at = about.looks === 'date' ? ({ column: about.index } as const) : 'import'
  if (kind === 'answer') return { as: kind, question: field, at: 'import' }
  const yes = yesWords(about)
  if (kind === 'newField')
    return {
      as: 'newField',
      key: keyOf(about),
      label: about.name.slice(0, 120),
      type: typeOf[about.looks] ?? 'text',
    }
  if (kind === 'outcome')
    return {
      as: 'meaning',
      values: Object.fromEntries(yes.map(word => [word, { is: 'customer' } as const])),
      otherwise: { is: 'nothing' },
      at,
    }
  if (kind === 'event')
    return { as: 'meaning', values: {}, otherwise: { is: 'event', name: 'conversation' }, at }
  if (kind === 'meaning')
    return {
      as: 'meaning',
      values: Object.fromEntries(about.values.map(({ value }) => [value, { is: 'nothing' } as const])),
      otherwise: { is: 'nothing' },
      at,
    }
  if (kind === 'consent' || kind === 'objection')
    return { as: kind, channel: 'email', when: about.looks === 'date' ? 'filled' : yes, at }
  if (kind === 'tag' || kind === 'note' || kind === 'evidence') return { as: kind }
  return before
}

const yesWords = ({ values }: ColumnNow): string[] => {
  const words = values.map(({ value }) => value)
  const yes = words.filter(value => /^(yes|true|1([.,]0+)?|sí|si|y|s|x|verdadero)$/i.test(value))
  return yes.length > 0 ? yes : words.slice(0, 1)
}

const keyOf = ({ name, index }: ColumnNow): string => {
  const key = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 48)
  return /^[a-z]/.test(key) ? key : `field_${index + 1}`
}
