import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import { IconBolt, IconBuilding, IconClock, IconSearch, IconUser } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { useCalled } from '../../contacts/web/parts.tsx'
import { useAccess } from '../../ui/access.ts'
import { StageBadge } from '../../ui/StageBadge.tsx'
import { type Shortcut, useOffered } from '../../ui/shortcuts.tsx'
import { api } from './api.ts'
import { addressOf } from './lists/rows.ts'
import type { Place } from './navigation.ts'
import { type Act, answers, isPlace, useActs } from './paletteActs.tsx'
import { useParts } from './paletteParts.tsx'
import { type Recent, useRecent } from './recent.ts'
import classes from './Shell.module.css'

const nobody: Found[] = []

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
  const records = (text.length > 1 && found.data) || nobody
  const search = useFirstOfFound(records)
  const isAsked = query.trim() !== ''
  const parts = useParts(isAsked)
  const acts = [...useActs(places), ...(isAsked ? parts : [])].filter(act => answers(act, query))
  const first = isAsked ? acts.filter(isPlace) : []
  const last = acts.filter(act => !first.includes(act))
  const { pathname } = useLocation()
  const recent = useRecent().recent.filter(each => !isAsked && addressOf(each) !== pathname)
  const here = useOffered().filter(act => answers(act, query))
  const nothing = records.length + acts.length + recent.length + here.length === 0
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
        ref={search}
        leftSection={<IconSearch size={18} stroke={1.7} aria-hidden />}
        placeholder={t('app.navigation.search')}
        aria-label={t('app.navigation.search')}
      />
      <Spotlight.ActionsList>
        {here.length > 0 && <Here acts={here} />}
        {recent.length > 0 && <RecentContacts recent={recent} />}
        <Acts label={t('palette.places')} acts={first} />
        {records.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.records')}>
            {records.map(each => (
              <FoundContact key={each.id} found={each} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        <Acts label={t('palette.actions')} acts={last} />
        {nothing && (
          <Spotlight.Empty>{t(found.isFetching ? 'ui.loading' : 'palette.nothing')}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

/** Enter takes the first of what comes later, too: the palette selects by itself only among what is there as one types. */
function useFirstOfFound(records: unknown[]) {
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const isSelected = search.current?.closest('[role=dialog]')?.querySelector('[data-selected]')
    if (records.length > 0 && !isSelected)
      search.current?.dispatchEvent(new KeyboardEvent('keydown', { code: 'ArrowDown', bubbles: true }))
  }, [records])
  return search
}

/** The palette gives the focus back first; what is opened then takes it. */
const afterClosing = 60

/** What can be done with what the page is about. */
function Here({ acts }: { acts: Shortcut[] }) {
  const { t } = useTranslation()
  return (
    <Spotlight.ActionsGroup label={t('palette.here')}>
      {acts.map(({ label, run }) => (
        <Spotlight.Action
          key={label}
          label={label}
          leftSection={<IconBolt size={18} stroke={1.7} aria-hidden />}
          onClick={() => setTimeout(run, afterClosing)}
        />
      ))}
    </Spotlight.ActionsGroup>
  )
}

function Acts({ label, acts }: { label: string; acts: Act[] }) {
  return (
    acts.length > 0 && (
      <Spotlight.ActionsGroup label={label}>
        {acts.map(act => (
          <Go key={act.to + act.label} {...act} />
        ))}
      </Spotlight.ActionsGroup>
    )
  )
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

function Go({ label, under, to, icon, state, run }: Act) {
  const navigate = useNavigate()
  const go = () => (run ? run() : void navigate(to, { state }))
  return <Spotlight.Action label={under ? `${under}: ${label}` : label} leftSection={icon} onClick={go} />
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
  const called = useCalled()
  const Icon = found.kind === 'organization' ? IconBuilding : IconUser
  const about = [found.organization, found.email ?? found.phone].filter(Boolean).join(' · ')
  return (
    <Spotlight.Action
      label={called(found.displayName).text}
      description={about || undefined}
      classNames={{ actionBody: classes.found, actionDescription: classes.about }}
      leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
      rightSection={<StageBadge stage={found.stage} size="sm" />}
      onClick={() => void navigate(addressOf(found))}
    />
  )
}
