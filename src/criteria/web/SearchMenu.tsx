import { Combobox, useCombobox } from '@mantine/core'
import { cloneElement, type ReactElement, type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Choice } from './choices.tsx'

type Props = {
  width: number
  /** What is left of the choices when so much was typed; asked only while the menu is open. */
  options: (search: string, choose: (choice: Choice) => void) => ReactNode
  onChoose: (choice: Choice) => void
  children: ReactElement<{ onClick?: () => void }>
}

/** A menu that is searched by typing; the button that opens it is given as child. */
export function SearchMenu({ width, options, onChoose, children }: Props) {
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
  // What is typed leaves fewer: Enter takes the first of them.
  useEffect(() => {
    if (search) combobox.selectFirstOption()
  }, [search])
  const choose = (choice: Choice) => {
    combobox.closeDropdown()
    onChoose(choice)
  }
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={() => {}}
      width={width}
      position="bottom-start"
      withinPortal
      shadow="md"
    >
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
          {isOpen && options(search, choose)}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

export function ChoiceOption({ choice, onChoose }: { choice: Choice; onChoose: (choice: Choice) => void }) {
  const { key, label, icon: Icon } = choice
  return (
    <Combobox.Option value={key} onClick={() => onChoose(choice)}>
      <span style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
        <Icon size={16} aria-hidden />
        {label}
      </span>
    </Combobox.Option>
  )
}
