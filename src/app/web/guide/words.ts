export const systems = {
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  pipedrive: 'Pipedrive',
  mailchimp: 'Mailchimp',
  odoo: 'Odoo',
  mautic: 'Mautic',
} as const
export type System = keyof typeof systems
export const systemKeys = Object.keys(systems) as System[]

/** A word of ours beside what each system says; an absent one has no word for it. `ofStage`: the workspace may call it otherwise. */
export type OurWord = {
  word: string
  ofStage?: string
  about: string
  says: Partial<Record<System, string>>
  careful?: string
}

/** A word that several systems use, each in its own sense; `becomes` is what it turns into here. */
export type TheirWord = { word: string; systems: readonly System[]; about: string; becomes: string }

export const defineOurWords = <const T extends Words<OurWord>>(es: T, en: Like<T>) => both<OurWord>(es, en)
export const defineTheirWords = <const T extends Words<TheirWord>>(es: T, en: Like<T>) =>
  both<TheirWord>(es, en)

type Words<Word> = Record<string, Word>

const both = <Word>(es: Words<Word>, en: object) => ({ es, en: en as Words<Word> })

/** English has the same words, with something to say of the same systems. */
type Like<T> = {
  readonly [K in keyof T]: K extends 'ofStage' | 'systems' ? T[K] : T[K] extends string ? string : Like<T[K]>
}
