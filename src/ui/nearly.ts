import Fuzzy from '@leeoniya/ufuzzy'

/** One slip in a word: letters swapped, added, left out or another, but for the first; `interLft`: at the beginning of the word. */
const fuzzy = new Fuzzy({ intraMode: 1, intraIns: 1, interLft: 2 })

/** Whether a word begins with what was typed, but for one slip of the fingers from five letters on. */
export const nearlyBegins = (word: string, typed: string): boolean =>
  word.startsWith(typed) || (typed.length >= 5 && !!fuzzy.search([word], typed)[0]?.length)
