import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Kind } from '../../../contacts/fields.ts'
import { useCalled } from '../../../contacts/web/parts.tsx'
import { api } from '../api.ts'

export type Picked = { id: string } | { name: string }

type Props = {
  kind: Kind
  label: string
  /** Not among the ones to choose from. */
  but?: string[]
  /** A name that nobody has may be chosen as well. */
  canName?: boolean
  onPick: (picked: Picked) => void
}

const named = 'name:'

/** One contact, found by any part of what is known of it. */
export function ContactPicker({ kind, label, but = [], canName = false, onPick }: Props) {
  const { t } = useTranslation()
  const called = useCalled()
  const [search, setSearch] = useState('')
  const [text] = useDebouncedValue(search.trim(), 150)
  const found = useQuery({
    ...api.contacts.search.queryOptions({
      input: { text, kind, limit: 8 },
      placeholderData: keepPreviousData,
    }),
    enabled: text.length > 0,
  })
  const options = (text ? (found.data ?? []) : [])
    .filter(({ id }) => !but.includes(id))
    .map(({ id, displayName, email, organization }) => ({
      value: id,
      label: [called(displayName).text, organization, email].filter(Boolean).join(' · '),
    }))
  const own =
    canName && text ? [{ value: named + text, label: t('contactPage.newNamed', { name: text }) }] : []
  return (
    <Select
      searchable
      data-autofocus
      label={label}
      placeholder={t('contactPage.pick')}
      data={[...options, ...own]}
      filter={({ options }) => options}
      value={null}
      searchValue={search}
      onSearchChange={setSearch}
      nothingFoundMessage={text && !found.isFetching ? t('palette.nothing') : undefined}
      error={found.isError ? t('ui.failed.noAnswer') : undefined}
      onChange={value => {
        if (value) onPick(value.startsWith(named) ? { name: value.slice(named.length) } : { id: value })
        setSearch('')
      }}
    />
  )
}
