import { Combobox } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { headerKey } from '../../contacts/fields.ts'
import { useFieldTexts } from '../../contacts/web/parts.tsx'
import type { Criteria } from '../criteria.ts'
import { askChoice, type Choice, factChoice } from './choices.tsx'
import type { Catalogue } from './FilterBar.tsx'
import { asked } from './rules.ts'
import { ChoiceOption, SearchMenu } from './SearchMenu.tsx'

type Props = {
  catalogue: Catalogue
  onAdd: (rule: Criteria) => void
  children: ReactElement<{ onClick?: () => void }>
}

/** What a chip of the filter can ask, found by typing part of its name. */
export function FilterMenu({ catalogue, onAdd, children }: Props) {
  return (
    <SearchMenu
      width={260}
      onChoose={choice => onAdd(choice.make())}
      options={(search, choose) => <Choices catalogue={catalogue} search={search} onChoose={choose} />}
    >
      {children}
    </SearchMenu>
  )
}

type ChoicesProps = { catalogue: Catalogue; search: string; onChoose: (choice: Choice) => void }

function Choices({ catalogue, search, onChoose }: ChoicesProps) {
  const { t } = useTranslation()
  const { label } = useFieldTexts()
  const isFound = (choice: Choice) => headerKey(choice.label).includes(headerKey(search))
  const shown = (choices: Choice[]) =>
    choices
      .filter(isFound)
      .map(choice => <ChoiceOption key={choice.key} choice={choice} onChoose={onChoose} />)
  const asks = shown(asked(catalogue).map(kind => askChoice(kind, t(`filter.asks.${kind}`))))
  const facts = shown(
    catalogue.fields
      .filter(field => field.criteria && field.type !== 'choices')
      .map(field => factChoice(field, label(field))),
  )
  if (asks.length + facts.length === 0) return <Combobox.Empty>{t('filter.nothing')}</Combobox.Empty>
  return (
    <>
      {asks}
      {facts.length > 0 && <Combobox.Group label={t('filter.facts')}>{facts}</Combobox.Group>}
    </>
  )
}
