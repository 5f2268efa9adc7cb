import i18next from 'i18next'
import { useEffect } from 'react'
import { type OwnWords, ownTexts, replaceable, type WordKind } from '../../lifecycle/ownWords.ts'
import type { Locale } from '../../platform/texts.ts'
import { texts } from '../texts.ts'
import { useDefinitions } from './definitions/useDefinitions.ts'

const locales: Locale[] = ['es', 'en']

/** What everybody calls them, before any workspace's own words. */
const usual = Object.fromEntries(
  locales.map(locale => [locale, new Map(replaceable.map(key => [key, textAt(texts[locale], key)]))]),
) as Record<Locale, Map<string, string>>

function textAt(dictionary: unknown, key: string): string {
  const at = key.split('.').reduce((part, name) => (part as Record<string, unknown>)[name], dictionary)
  return String(at)
}

/** The dictionary's word for one of a kind. */
export const usualWord = (locale: Locale, kind: WordKind, key: string): string =>
  usual[locale].get(`${kind === 'verdicts' ? 'qualification' : 'words'}.${kind}.${key}`) ?? key

/** The words in force; one funnel at most holds them. */
export const useWordsInForce = (): OwnWords | undefined =>
  useDefinitions().data?.funnels.find(({ lifecycle }) => lifecycle.words)?.lifecycle.words

/** Has every text on the screen say the workspace's words. */
export function useOwnTexts(): void {
  const words = useWordsInForce()
  useEffect(() => {
    for (const locale of locales) {
      const own = ownTexts(words, locale)
      const said = [...usual[locale]].map(([key, text]) => [key, own.get(key) ?? text] as const)
      i18next.addResourceBundle(locale, 'translation', nested(said), true, true)
    }
  }, [words])
}

/** `a.b.c` as an object within objects. */
function nested(texts: (readonly [key: string, text: string])[]): object {
  const whole: Tree = {}
  for (const [key, text] of texts) {
    const path = key.split('.')
    const last = path.pop() ?? ''
    let at = whole
    for (const name of path) {
      at[name] ??= {}
      at = at[name] as Tree
    }
    at[last] = text
  }
  return whole
}

type Tree = { [name: string]: Tree | string }
