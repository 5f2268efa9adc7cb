import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../../ui/shortcuts.tsx'

/** Finds within the list; `f` comes here, Esc empties it. */
export function ListSearch({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  useShortcuts([{ keys: 'f', label: t('lists.search'), run: () => input.current?.focus() }])
  return (
    <TextInput
      ref={input}
      type="search"
      size="sm"
      w={{ base: '100%', xs: 260 }}
      leftSection={<IconSearch size={16} aria-hidden />}
      aria-label={t('lists.search')}
      placeholder={t('lists.search')}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      onKeyDown={event => event.key === 'Escape' && onChange('')}
      rightSection={
        value && <CloseButton size="sm" aria-label={t('lists.clearSearch')} onClick={() => onChange('')} />
      }
    />
  )
}
