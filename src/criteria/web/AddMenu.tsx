import { Combobox, useCombobox } from '@mantine/core'
import { cloneElement, type ReactElement, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { headerKey } from '../../contacts/fields.ts'
import type { Criteria } from '../criteria.ts'
import { type ChoiceGroup, useChoices } from './choices.tsx'
import type { About } from './editing.ts'

type Props = {
  about: About
  /** Returns the id of the row that it made. */
  onAdd: (rule: Criteria) => string
  children: ReactElement<{ onClick?: () => void }>
}

/** Everything that can be asked, found by typing part of its name; the first input of what is added is where one goes on. */
export function AddMenu({ about, onAdd, children }: Props) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const [isOpen, setOpen] = useState(false)
  const combobox = useCombobox({
    onDropdownClose: () => {
      setSearch('')
      setOpen(false)
    },
    onDropdownOpen: () => {
      setOpen(true)
      combobox.focusSearchInput()
    },
  })
  useEffect(() => {
    if (search) combobox.selectFirstOption()
  }, [search])
  const add = (rule: Criteria) => {
    combobox.closeDropdown()
    goTo(onAdd(rule))
  }
  return (
    <Combobox store={combobox} onOptionSubmit={() => {}} width={280} position="bottom-start" shadow="md">
      <Combobox.Target targetType="button" withAriaAttributes>
        {cloneElement(children, { onClick: () => combobox.toggleDropdown() })}
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          onChange={event => setSearch(event.currentTarget.value)}
          placeholder={t('filter.search')}
          aria-label={t('filter.search')}
        />
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }}>
          {isOpen && <Options about={about} search={search} onChoose={add} />}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
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

type OptionsProps = { about: About; search: string; onChoose: (rule: Criteria) => void }

function Options({ about, search, onChoose }: OptionsProps) {
  const { t } = useTranslation()
  const groups = found(useChoices(about), headerKey(search))
  if (groups.length === 0) return <Combobox.Empty>{t('filter.nothing')}</Combobox.Empty>
  return groups.map(({ title, choices }) => (
    <Combobox.Group key={`${title} ${choices[0]?.key}`} label={title}>
      {choices.map(({ key, label, icon: Icon, make }) => (
        <Combobox.Option key={key} value={key} onClick={() => onChoose(make())}>
          <span style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
            <Icon size={16} aria-hidden />
            {label}
          </span>
        </Combobox.Option>
      ))}
    </Combobox.Group>
  ))
}
