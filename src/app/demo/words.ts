import type { Locale } from '../../platform/texts.ts'
import type { Random } from './random.ts'
import { britain } from './words/britain.ts'
import { schoolEn } from './words/schoolEn.ts'
import { schoolEs } from './words/schoolEs.ts'
import { softwareEn } from './words/softwareEn.ts'
import { softwareEs } from './words/softwareEs.ts'
import { spain } from './words/spain.ts'

/** Where the demo's contacts live: names, places and numbers. Invented: addresses end in .example, which no mail reaches (RFC 2606). */
export type Country = {
  code: string
  givenNames: readonly string[]
  surnames: readonly string[]
  /** The share of people who bear a second surname. */
  secondSurnames: number
  places: readonly Place[]
  postalCode(random: Random, place: Place): string
  landline(random: Random, place: Place): string
  mobile(random: Random): string
  street(random: Random): string
  mailDomains: readonly string[]
  /** What the companies of a sector are called. */
  sectors: Readonly<Record<string, readonly string[]>>
  companyName(random: Random, kind: string): string
  companyForms: readonly string[]
}

/** `postal`: how its postcodes begin; `dialling`: how its telephone numbers do. */
export type Place = { city: string; region: string; postal: string; dialling: string }

/** Something sold, and between which amounts. */
export type Product = { name: string; from: number; to: number }

type Some = readonly string[]

/** The company whose workspace the demo fills: what it sells, and how it and its contacts talk. */
export type Company = {
  site: string
  /** What a person at work does, the department, and the part in a purchase. */
  jobs: readonly (readonly [title: string, department: string, decisionRole: string])[]
  occupations: Some
  sources: Some
  needs: Some
  /** When they mean to buy. */
  timings: Some
  tags: Some
  consent: string
  lists: { newsletter: string; imported: string; fair: string }
  subjects: { newsletter: string; guide: string; news: string; offer: string; support: Some }
  pages: readonly (readonly [path: string, kind: string])[]
  keyPages: Some
  guidePath: string
  downloads: Some
  videos: Some
  events: Some
  networks: Some
  /** The line of business, what is bought first, and what comes after. */
  line: string
  products: readonly [Product, ...Product[]]
  extras: readonly [Product, ...Product[]]
  demonstration: string
  material: string
  invitation: string
  talks: Some
  questions: Some
  noAnswer: string
  quoteForm: string
  lostReasons: Some
  returned: string
  survey: string
  praise: Some
  recommendedTo: Some
}

export type Words = { country: Country; company: Company }

export type Market = 'b2b' | 'b2c'

/** A maintenance software for companies, a cookery school with a shop for consumers. */
const companies: Record<Market, Record<Locale, Company>> = {
  b2b: { es: softwareEs, en: softwareEn },
  b2c: { es: schoolEs, en: schoolEn },
}

export const wordsOf = (market: Market, locale: Locale): Words => ({
  country: locale === 'en' ? britain : spain,
  company: companies[market][locale],
})
