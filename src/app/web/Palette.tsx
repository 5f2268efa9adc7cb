import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import {
  IconBuilding,
  IconBuildingPlus,
  IconClock,
  IconSearch,
  IconTableImport,
  IconUser,
  IconUserPlus,
} from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { headerKey } from '../../contacts/fields.ts'
import { useAccess } from '../../ui/access.ts'
import { StageBadge } from '../../ui/StageBadge.tsx'
import { api } from './api.ts'
import { addressOf } from './lists/rows.ts'
import type { Place } from './navigation.ts'
import { type Recent, useRecent } from './recent.ts'

/** Ctrl-K: find a contact by any part of what is known, go anywhere, begin something. */
export function Palette({ places }: { places: Place[] }) {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const [text] = useDebouncedValue(query.trim(), 120)
  const { can } = useAccess()
  const found = useQuery({
    ...api.contacts.search.queryOptions({ input: { text, limit: 8 }, placeholderData: keepPreviousData }),
    enabled: text.length > 1 && can('contacts.read'),
  })
  const records = text.length > 1 ? (found.data ?? []) : []
  const acts = useActs(places).filter(({ label }) => headerKey(label).includes(headerKey(query)))
  const recent = useRecent().recent.filter(() => query.trim() === '')
  const nothing = records.length + acts.length + recent.length === 0
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={420}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
    >
      <Spotlight.Search
        leftSection={<IconSearch size={18} stroke={1.7} aria-hidden />}
        placeholder={t('app.navigation.search')}
        aria-label={t('app.navigation.search')}
      />
      <Spotlight.ActionsList>
        {recent.length > 0 && <RecentContacts recent={recent} />}
        {records.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.records')}>
            {records.map(each => (
              <FoundContact key={each.id} found={each} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {acts.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.actions')}>
            {acts.map(act => (
              <Go key={act.label} {...act} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {nothing && (
          <Spotlight.Empty>{t(found.isFetching ? 'ui.loading' : 'palette.nothing')}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

type Act = { label: string; to: string; icon: ReactNode; state?: object }

/** Places to go to, and what can be begun from anywhere. */
function useActs(places: Place[]): Act[] {
  const { t } = useTranslation()
  const { can } = useAccess()
  const look = { size: 18, stroke: 1.7, 'aria-hidden': true }
  const going = places.map(({ path, text, icon: Icon }) => ({
    label: t(`app.navigation.${text}`),
    to: path,
    icon: <Icon {...look} />,
  }))
  const adding = { state: { adding: true } }
  const writing: Act[] = [
    { label: t('lists.person.new'), to: '/contacts', icon: <IconUserPlus {...look} />, ...adding },
    {
      label: t('lists.organization.new'),
      to: '/organizations',
      icon: <IconBuildingPlus {...look} />,
      ...adding,
    },
  ]
  const importing: Act = { label: t('lists.import'), to: '/imports', icon: <IconTableImport {...look} /> }
  return [...going, ...(can('contacts.write') ? writing : []), ...(can('imports.run') ? [importing] : [])]
}

function RecentContacts({ recent }: { recent: Recent[] }) {
  const { t } = useTranslation()
  return (
    <Spotlight.ActionsGroup label={t('palette.recent')}>
      {recent.map(each => (
        <Go
          key={each.id}
          to={addressOf(each)}
          label={each.name}
          icon={<IconClock size={18} stroke={1.7} aria-hidden />}
        />
      ))}
    </Spotlight.ActionsGroup>
  )
}

function Go({ label, to, icon, state }: Act) {
  const navigate = useNavigate()
  return <Spotlight.Action label={label} leftSection={icon} onClick={() => void navigate(to, { state })} />
}

type Found = {
  id: string
  kind: string
  displayName: string
  email: string | null
  phone: string | null
  organization: string | null
  stage: string | null
}

function FoundContact({ found }: { found: Found }) {
  const navigate = useNavigate()
  const Icon = found.kind === 'organization' ? IconBuilding : IconUser
  const about = [found.organization, found.email ?? found.phone].filter(Boolean).join(' · ')
  return (
    <Spotlight.Action
      label={found.displayName}
      description={about || undefined}
      leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
      rightSection={<StageBadge stage={found.stage} size="sm" />}
      onClick={() => void navigate(addressOf(found))}
    />
  )
}
