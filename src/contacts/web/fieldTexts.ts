import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { languageName, regionName } from '../../platform/displayNames.ts'
import { useAnyText } from '../../ui/anyText.ts'
import { useFormat } from '../../ui/format.ts'
import type { Field, FieldValue } from '../fields.ts'
import { isDuration } from '../traits.ts'

/** People of the workspace who can own contacts: id and name. */
export type Member = { id: string; name: string }

/** How fields and their values are read by people, in the reader's language. */
export function useFieldTexts(members: Member[] = []) {
  const { t, i18n } = useTranslation()
  const text = useAnyText()
  const format = useFormat()
  return useMemo(() => {
    const language = i18n.language === 'en' ? 'en' : 'es'
    const label = (field: Pick<Field, 'key' | 'label'>): string =>
      field.label?.[language] ?? text(`contacts.fields.${field.key}`)
    const option = (field: Pick<Field, 'key' | 'label'>, value: string): string => {
      if (field.label) return value
      return text(`contacts.${field.key === 'roles' ? 'roles' : 'options'}.${value}`, { defaultValue: value })
    }
    const one = (field: Field, value: string | number | boolean): string => {
      if (typeof value === 'boolean') return t(value ? 'facts.yes' : 'facts.no')
      if (isDuration(field.key)) return format.duration(Number(value))
      if (field.type === 'money') return format.money(Number(value))
      if (field.type === 'number') return format.number(Number(value))
      if (field.type === 'date') return format.date(value as string)
      if (field.type === 'country') return regionName(language, String(value))
      if (field.type === 'language') return languageName(language, String(value))
      if (field.type === 'user')
        return members.find(({ id }) => id === value)?.name ?? t('facts.unknownPerson')
      return field.options.length > 0 ? option(field, String(value)) : String(value)
    }
    const value = (field: Field, given: FieldValue | undefined): string => {
      if (given === null || given === undefined || given === '') return ''
      return Array.isArray(given) ? given.map(each => one(field, each)).join(', ') : one(field, given)
    }
    return { label, option, value }
  }, [t, text, i18n.language, format, members])
}

/** Codes and names, in the order of the reader's alphabet. */
export function useCountries() {
  const { i18n } = useTranslation()
  return useMemo(() => named('region', i18n.language, countryCodes), [i18n.language])
}

export function useLanguages() {
  const { i18n } = useTranslation()
  return useMemo(() => named('language', i18n.language, languageCodes), [i18n.language])
}

const nameIn = { region: regionName, language: languageName }

function named(type: 'region' | 'language', language: string, codes: readonly string[]) {
  const all = codes.map(value => ({ value, label: nameIn[type](language, value) }))
  return all.sort((a, b) => a.label.localeCompare(b.label, language))
}

const languageCodes = [
  'es',
  'en',
  'ca',
  'gl',
  'eu',
  'pt',
  'fr',
  'de',
  'it',
  'nl',
  'pl',
  'ro',
  'sv',
  'ar',
  'zh',
  'ja',
  'hi',
  'ru',
  'uk',
  'tr',
]

/** ISO 3166-1 alpha-2. */
const countryCodes =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PR PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW'.split(
    ' ',
  )
