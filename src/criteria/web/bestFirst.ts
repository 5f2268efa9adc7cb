import type { ComboboxItem, OptionsFilter } from '@mantine/core'
import { headerKey } from '../../contacts/fields.ts'

const filter: OptionsFilter = ({ options, search, limit }) => {
  const typed = headerKey(search)
  const found = options.filter(each => 'value' in each && headerKey(each.label).includes(typed))
  const rank = (each: (typeof options)[number]) =>
    headerKey((each as ComboboxItem).label).startsWith(typed) ? 0 : 1
  return found.toSorted((one, other) => rank(one) - rank(other)).slice(0, limit)
}

/** Of a select: what begins with the text that is typed comes before what only contains it, where Enter takes it: “rusia” is Rusia. */
export const bestFirst = { searchable: true, filter }
