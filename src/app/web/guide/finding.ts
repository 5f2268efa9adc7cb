import { headerKey } from '../../../contacts/fields.ts'
import { type OurWord, type System, systemKeys, systems, type TheirWord } from './words.ts'

type Asked = { query: string; system?: System }

/** Our words that the reader may mean: every word typed begins one of ours or of the system's; systems without a word for it fall out. */
export const oursFound = (words: OurWord[], { query, system }: Asked): OurWord[] =>
  words.filter(({ word, about, says }) => {
    const said = (system ? [system] : systemKeys).flatMap(key => (says[key] ? [systems[key], says[key]] : []))
    return (!system || says[system]) && answers([word, about, ...said], query)
  })

export const theirsFound = (words: TheirWord[], { query, system }: Asked): TheirWord[] =>
  words.filter(
    ({ word, about, systems: of }) =>
      (!system || of.includes(system)) && answers([word, about, ...of.map(key => systems[key])], query),
  )

/** Without accents or capitals, in any order. */
function answers(texts: string[], query: string): boolean {
  const words = headerKey(texts.join(' ')).split(' ')
  return headerKey(query)
    .split(' ')
    .every(typed => words.some(word => word.startsWith(typed)))
}
