import { ActionIcon, Checkbox, Popover, ScrollArea, Stack, TextInput, Tooltip } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { headerKey } from '../../../contacts/fields.ts'

type Props = {
  columns: { key: string; label: string }[]
  shown: string[]
  onChange: (shown: string[]) => void
}

/** Which columns are shown; the name always is. */
export function ColumnsMenu({ columns, shown, onChange }: Props) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const found = columns.filter(
    ({ key, label }) => key !== 'name' && headerKey(label).includes(headerKey(search)),
  )
  const toggle = (key: string) => {
    onChange(shown.includes(key) ? shown.filter(each => each !== key) : [...shown, key])
  }
  return (
    <Popover position="bottom-end" width={260} trapFocus>
      <Popover.Target>
        <Tooltip label={t('lists.columnsChoose')}>
          <ActionIcon variant="default" size="lg" aria-label={t('lists.columnsChoose')}>
            <IconColumns3 size={18} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <TextInput
          size="xs"
          mb="xs"
          aria-label={t('lists.columnsSearch')}
          placeholder={t('lists.columnsSearch')}
          value={search}
          onChange={event => setSearch(event.currentTarget.value)}
        />
        <ScrollArea.Autosize mah={320} type="auto">
          <Stack gap={6}>
            {found.map(({ key, label }) => (
              <Checkbox
                key={key}
                size="xs"
                label={label}
                checked={shown.includes(key)}
                onChange={() => toggle(key)}
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  )
}
