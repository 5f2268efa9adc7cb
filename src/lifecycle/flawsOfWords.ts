import type { Issue } from '../platform/errors.ts'
import { locales } from '../platform/texts.ts'
import { type OwnWords, ownWord, type WordKind, wordKeys, wordKinds } from './ownWords.ts'

/** Two of a kind that are called the same could not be told apart; words that two funnels hold could differ. */
export function flawsOfWords(words: OwnWords | undefined, hasWordsElsewhere: boolean): Issue[] {
  if (!words) return []
  const elsewhere = { path: ['lifecycle', 'words'], code: 'lifecycle.words_elsewhere' }
  return [...(hasWordsElsewhere ? [elsewhere] : []), ...wordKinds.flatMap(kind => repeatedIn(words, kind))]
}

function repeatedIn(words: OwnWords, kind: WordKind): Issue[] {
  const own = wordKeys[kind].flatMap(key => {
    const word = ownWord(words, kind, key)
    return word ? [{ key, word }] : []
  })
  return own.flatMap(({ key, word }, place) => {
    const same = locales.find(locale =>
      own.slice(0, place).some(other => other.word[locale].toLowerCase() === word[locale].toLowerCase()),
    )
    const path = ['lifecycle', 'words', kind, key]
    return same ? [{ path, code: 'lifecycle.repeated_word', params: { word: word[same] } }] : []
  })
}
