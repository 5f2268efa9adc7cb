import type { Dictionary } from '../texts.ts'

// Types the keys of `t` everywhere, so no screen imports the joined dictionaries to have them checked.
declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Dictionary }
    returnNull: false
  }
}
