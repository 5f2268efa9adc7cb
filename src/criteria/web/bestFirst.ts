import type { ComboboxItem, OptionsFilter } from '@mantine/core'
import { headerKey } from '../../contacts/fields.ts'

/** What begins with the text that is typed comes before what only contains it: “rusia” is Rusia, then Bielorrusia. */
export const bestFirst: OptionsFilter = ({ options, search, limit }) => {
  const typed = headerKey(search)
  const found = options.filter(each => 'value' in each && headerKey(each.label).includes(typed))
  const rank = (each: (typeof options)[number]) =>
    headerKey((each as ComboboxItem).label).startsWith(typed) ? 0 : 1
  return found.toSorted((one, other) => rank(one) - rank(other)).slice(0, limit)
}
