import { translate } from '../src/app/translate.ts'
import type { Say } from '../src/criteria/sentence.ts'

/** The dictionary, for sentences. */
export const say =
  (locale: 'es' | 'en'): Say =>
  (key, params = {}) =>
    translate(locale, key, params)
