import type { Column } from './columns.ts'
import type { NewFieldType, Target } from './mapping.ts'
import { meaningsOf, type Senses } from './words.ts'

/** What a preset makes of a column: a target, or a function of what the column holds and where its neighbours stand. */
export type Recipe = Target | ((column: Column, around: Around) => Target)

/** Where the neighbours of a column stand, and the words of the workspace. */
export type Around = { place: (header: string) => number | undefined; own?: Senses }

export type Preset = {
  key: string
  /** The product's own name, the same in every language. */
  name: string
  kind: 'person' | 'organization'
  /** All of these headers must be there; `|` separates alternatives. */
  signature: readonly string[]
  /** Headers that must be absent: they belong to a sibling export. */
  not?: readonly string[]
  /** By header, `*` standing for any words; headers that are not named here are judged like those of an unknown file. */
  columns: Readonly<Record<string, Recipe>>
}

export const evidence: Target = { as: 'evidence' }
export const field = (name: string): Target => ({ as: 'field', field: name })
export const organization = (name: string): Target => ({ as: 'organization', field: name })
export const external = (system: string): Target => ({ as: 'identity', kind: 'external', system })
export const email = (label?: string): Target => ({ as: 'identity', kind: 'email', ...(label && { label }) })
export const phone = (label?: string): Target => ({ as: 'identity', kind: 'phone', ...(label && { label }) })
export const linkedin: Target = { as: 'identity', kind: 'linkedin' }
export const tags: Target = { as: 'tag' }
export const note: Target = { as: 'note' }

export const newField = (key: string, type: NewFieldType, label: string): Target => ({
  as: 'newField',
  key,
  type,
  label,
})

export const objection =
  (channel: 'email' | 'phone' | 'sms', on = 'yes'): Recipe =>
  column => ({
    as: 'objection',
    channel,
    when: on === 'filled' ? 'filled' : yesWords(column),
    at: on === 'filled' ? { column: column.index } : 'import',
  })

/** The column's own spellings of yes, so that a person sees the very words. */
export function yesWords({ values }: Column): string[] {
  const found = values
    .map(({ value }) => value)
    .filter(value => /^(yes|true|1([.,]0+)?|sí|si|y|x|verdadero)$/i.test(value))
  return found.length > 0 ? found : ['Yes', 'True', '1', 'Sí']
}

/** A date column that is the date of an event: each filled cell is one. */
export const eventAt =
  (name: string): Recipe =>
  column => ({ as: 'meaning', values: {}, otherwise: { is: 'event', name }, at: { column: column.index } })

/** Words for where somebody stands, dated by another column where there is one. */
export const words =
  (...dates: string[]): Recipe =>
  ({ values }, { place, own }) => {
    const at = dates.map(place).find(index => index !== undefined)
    const known = meaningsOf(
      values.map(({ value }) => value),
      own,
    )
    return {
      as: 'meaning',
      values: known,
      otherwise: { is: 'nothing' },
      at: at === undefined ? 'import' : { column: at },
    }
  }

/** Yes means *became a customer*. */
export const outcome =
  (...dates: string[]): Recipe =>
  (column, { place }) => {
    const at = dates.map(place).find(index => index !== undefined)
    const values = Object.fromEntries(yesWords(column).map(word => [word, { is: 'customer' } as const]))
    return {
      as: 'meaning',
      values,
      otherwise: { is: 'nothing' },
      at: at === undefined ? 'import' : { column: at },
    }
  }

/** Yes becomes a tag of the column's own name. */
export const tagWhenYes: Recipe = column => {
  const values = Object.fromEntries(
    yesWords(column).map(word => [word, { is: 'tag', tag: column.name.toLowerCase() } as const]),
  )
  return { as: 'meaning', values, otherwise: { is: 'nothing' }, at: 'import' }
}
