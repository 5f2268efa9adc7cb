import { headerKey } from '../contacts/fields.ts'
import type { Column } from './columns.ts'
import type { Target } from './mapping.ts'
import type { Around, Preset } from './presetRecipes.ts'
import { addressPresets } from './presetsOfAddressBooks.ts'
import { mailingPresets } from './presetsOfMailing.ts'
import { salesPresets } from './presetsOfSales.ts'

/** The exports that are known by their headers, from the particular to the general. */
export const presets: readonly Preset[] = [...salesPresets, ...mailingPresets, ...addressPresets]

/** The first preset all of whose headers are in the file; the list goes from the particular to the general. */
export function presetOf(headers: string[]): Preset | undefined {
  const present = new Set(headers.map(headerKey))
  const has = (one: string) => one.split('|').some(header => present.has(headerKey(header)))
  return presets.find(({ signature, not = [] }) => signature.every(has) && !not.some(has))
}

/** What a preset makes of a column, if it names it. */
export function presetTarget(preset: Preset, column: Column, around: Around): Target | undefined {
  const key = headerKey(column.name)
  const found = Object.entries(preset.columns).find(([pattern]) => fits(pattern, key))
  if (!found) return
  return typeof found[1] === 'function' ? found[1](column, around) : found[1]
}

const fits = (pattern: string, key: string): boolean =>
  pattern.includes('*')
    ? new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(key)
    : headerKey(pattern) === key
