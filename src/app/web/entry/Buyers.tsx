import { MultiSelect, NumberInput, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCountries } from '../../../contacts/web/parts.tsx'
import type { SellsTo } from '../../../identity/contract.ts'
import { WordsInput } from '../../../ui/WordsInput.tsx'
import classes from './entry.module.css'
import type { Form } from './SetUpPage.tsx'

type Given = { sectors: string[]; countries: string[]; from: number | ''; to: number | '' }

export const noBuyers: Given = { sectors: [], countries: [], from: '', to: '' }

/** Neither number, or both in order. */
export const isRange = (from: number | '', to: number | '') =>
  from === '' || to === '' ? from === to : from <= to

/** What was said about buyers; undefined when nothing was. Consumers have no sector and no size. */
export function sellsToOf({ sectors, countries, from, to }: Given, market: string): SellsTo | undefined {
  const ofCompanies = {
    ...(sectors.length > 0 && { sectors }),
    ...(from !== '' && to !== '' && { employees: { from, to } }),
  }
  const said = { ...(countries.length > 0 && { countries }), ...(market === 'b2b' && ofCompanies) }
  return Object.keys(said).length > 0 ? said : undefined
}

/** Whom the company sells to above all: what is told here earns points of fit, and nothing has to be. */
export function Buyers({ form }: { form: Form }) {
  const { t } = useTranslation()
  const countries = useCountries()
  const words = t('entry.setUp.buyers.sectorsUsual').split(', ')
  return (
    <>
      <Text>{t('entry.setUp.buyers.about')}</Text>
      <MultiSelect
        label={t('entry.setUp.buyers.countries')}
        description={t('entry.setUp.buyers.countriesAbout')}
        data={countries}
        searchable
        hidePickedOptions
        limit={60}
        {...form.getInputProps('countries')}
      />
      {form.values.market === 'b2b' && (
        <>
          <WordsInput
            label={t('entry.setUp.buyers.sectors')}
            description={t('entry.setUp.buyers.sectorsAbout')}
            data={words}
            {...form.getInputProps('sectors')}
          />
          <div className={classes.two}>
            <NumberInput
              label={t('entry.setUp.buyers.from')}
              min={1}
              max={10_000_000}
              allowDecimal={false}
              {...form.getInputProps('from')}
            />
            <NumberInput
              label={t('entry.setUp.buyers.to')}
              min={1}
              max={10_000_000}
              allowDecimal={false}
              {...form.getInputProps('to')}
            />
          </div>
        </>
      )}
    </>
  )
}
