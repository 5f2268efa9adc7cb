import { Combobox } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { headerKey } from '../../contacts/fields.ts'
import type { Criteria } from '../criteria.ts'
import { type Choice, type ChoiceGroup, useChoices } from './choices.tsx'
import type { About } from './editing.ts'
import { ChoiceOption, SearchMenu } from './SearchMenu.tsx'

type Props = {
  about: About
  /** Returns the id of the row that it made. */
  onAdd: (rule: Criteria) => string
  children: ReactElement<{ onClick?: () => void }>
}

/** Everything that can be asked, found by typing part of its name; the first input of what is added is where one goes on. */
export function AddMenu({ about, onAdd, children }: Props) {
  return (
    <SearchMenu
      width={280}
      onChoose={choice => goTo(onAdd(choice.make()))}
      options={(search, choose) => <Options about={about} search={search} onChoose={choose} />}
    >
      {children}
    </SearchMenu>
  )
}

/** Where the new row is, once it is drawn: its first input that is empty, else its first. */
function goTo(id: string) {
  setTimeout(() => {
    const row = document.querySelector(`[data-row="${id}"]`)
    const inputs = [...(row?.querySelectorAll<HTMLElement>('input, select, button:not([data-handle])') ?? [])]
    const empty = inputs.find(input => input instanceof HTMLInputElement && input.value === '')
    ;(empty ?? inputs[0])?.focus()
  }, 50)
}

/** What is typed may be anywhere in a name; names that begin with it come first, whatever their group. */
function found(groups: ChoiceGroup[], search: string): ChoiceGroup[] {
  if (!search) return groups
  const of = (isBeginning: boolean) =>
    groups
      .map(({ title, choices }) => ({
        title,
        choices: choices.filter(({ label }) => {
          const at = headerKey(label).indexOf(search)
          return isBeginning ? at === 0 : at > 0
        }),
      }))
      .filter(({ choices }) => choices.length > 0)
  return [...of(true), ...of(false)]
}

type OptionsProps = { about: About; search: string; onChoose: (choice: Choice) => void }

function Options({ about, search, onChoose }: OptionsProps) {
  const { t } = useTranslation()
  const groups = found(useChoices(about), headerKey(search))
  if (groups.length === 0) return <Combobox.Empty>{t('filter.nothing')}</Combobox.Empty>
  return groups.map(({ title, choices }) => (
    <Combobox.Group key={`${title} ${choices[0]?.key}`} label={title}>
      {choices.map(choice => (
        <ChoiceOption key={choice.key} choice={choice} onChoose={onChoose} />
      ))}
    </Combobox.Group>
  ))
}
