import { Combobox, useCombobox } from '@mantine/core'
import {
  IconBolt,
  IconClipboardCheck,
  IconFilter2,
  IconListDetails,
  IconTag,
  IconTemperature,
  IconUserCheck,
  IconUsersGroup,
  IconWaveSine,
} from '@tabler/icons-react'
import { cloneElement, type ReactElement, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { headerKey } from '../../contacts/fields.ts'
import { useFieldTexts } from '../../contacts/web/parts.tsx'
import type { Criteria } from '../criteria.ts'
import type { Catalogue } from './FilterBar.tsx'
import { asked, askKinds, newFieldRule, newRule } from './rules.ts'

const icons = {
  stage: IconFilter2,
  temperature: IconTemperature,
  score: IconWaveSine,
  did: IconBolt,
  verdict: IconClipboardCheck,
  role: IconUserCheck,
  tag: IconTag,
  segment: IconUsersGroup,
}

type Props = {
  catalogue: Catalogue
  onAdd: (rule: Criteria) => void
  children: ReactElement<{ onClick?: () => void }>
}

/** Everything that can be asked, found by typing part of its name. */
export function FilterMenu({ catalogue, onAdd, children }: Props) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const combobox = useCombobox({
    onDropdownClose: () => setSearch(''),
    onDropdownOpen: () => combobox.focusSearchInput(),
  })

  // What is typed leaves fewer: Enter takes the first of them.
  useEffect(() => {
    if (search) combobox.selectFirstOption()
  }, [search])

  const choose = (value: string) => {
    combobox.closeDropdown()
    const ask = askKinds.find(kind => kind === value)
    const field = catalogue.fields.find(({ key }) => key === value)
    if (ask) onAdd(newRule(ask))
    else if (field) onAdd(newFieldRule(field))
  }
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={choose}
      width={260}
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
          <Choices catalogue={catalogue} search={search} />
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

type ChoicesProps = { catalogue: Catalogue; search: string }

function Choices({ catalogue, search }: ChoicesProps) {
  const { t } = useTranslation()
  const { label } = useFieldTexts()
  const hit = (text: string) => headerKey(text).includes(headerKey(search))
  const asks = asked(catalogue).filter(kind => hit(t(`filter.asks.${kind}`)))
  const facts = catalogue.fields.filter(
    field => field.criteria && field.type !== 'choices' && hit(label(field)),
  )
  return (
    <>
      {asks.map(kind => {
        const Icon = icons[kind]
        return (
          <Combobox.Option key={kind} value={kind}>
            <Entry icon={<Icon size={16} aria-hidden />} text={t(`filter.asks.${kind}`)} />
          </Combobox.Option>
        )
      })}
      {facts.length > 0 && (
        <Combobox.Group label={t('filter.facts')}>
          {facts.map(field => (
            <Combobox.Option key={field.key} value={field.key}>
              <Entry icon={<IconListDetails size={16} aria-hidden />} text={label(field)} />
            </Combobox.Option>
          ))}
        </Combobox.Group>
      )}
      {asks.length + facts.length === 0 && <Combobox.Empty>{t('filter.nothing')}</Combobox.Empty>}
    </>
  )
}

function Entry({ icon, text }: { icon: ReactElement; text: string }) {
  return (
    <span style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
      {icon}
      {text}
    </span>
  )
}
