import { AppShell } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { spotlight } from '@mantine/spotlight'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, ScrollRestoration, useNavigate } from 'react-router'
import { useAccess } from '../../ui/access.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ShortcutsProvider, useShortcuts } from '../../ui/shortcuts.tsx'
import { Crash } from './Crash.tsx'
import { BulkEnds } from './lists/RunningBulk.tsx'
import { type Place, places } from './navigation.ts'
import { useShowsOrganizations } from './organizations.ts'
import { Palette } from './Palette.tsx'
import { PhoneBar } from './PhoneBar.tsx'
import classes from './Shell.module.css'
import { Sidebar } from './Sidebar.tsx'

/** Frame of every screen after signing in: menu at the side (at the bottom on phones), content, palette, shortcuts. */
export function Shell() {
  return (
    <ShortcutsProvider>
      <Frame />
    </ShortcutsProvider>
  )
}

function Frame() {
  const { t } = useTranslation()
  const [collapsed, setCollapsed] = useLocalStorage({ key: 'embudo.menu-collapsed', defaultValue: false })
  const open = useOpenPlaces()
  const listed = useListed(open)
  useNavigationShortcuts(open)
  return (
    <>
      <a href="#content" className="skip-link">
        {t('ui.skip')}
      </a>
      <AppShell
        layout="alt"
        padding={{ base: 'md', sm: 'xl' }}
        navbar={{ width: collapsed ? 60 : 224, breakpoint: 'sm', collapsed: { mobile: true } }}
        footer={{ height: { base: 60, sm: 0 } }}
        transitionDuration={120}
      >
        <AppShell.Navbar className={classes.navbar} aria-label={t('app.navigation.label')}>
          <Sidebar places={listed} collapsed={collapsed} onCollapse={() => setCollapsed(!collapsed)} />
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
          <Crash>
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          </Crash>
        </AppShell.Main>
        <AppShell.Footer hiddenFrom="sm" className={classes.footer}>
          <PhoneBar places={listed} />
        </AppShell.Footer>
      </AppShell>
      <Palette places={open} />
      <BulkEnds />
      <ScrollRestoration />
    </>
  )
}

function useOpenPlaces(): Place[] {
  const { can } = useAccess()
  return places.filter(place => !place.needs || can(place.needs))
}

/** In the menu; the palette and the shortcuts lead to the others too. */
function useListed(open: Place[]): Place[] {
  const showsOrganizations = useShowsOrganizations()
  return open.filter(({ text }) => text !== 'organizations' || showsOrganizations)
}

function useNavigationShortcuts(open: Place[]) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  useShortcuts([
    { keys: 'mod+k', label: t('app.navigation.search'), run: spotlight.open },
    { keys: '/', label: t('app.navigation.search'), run: spotlight.open },
    ...open.map(place => ({
      keys: `g ${place.key}`,
      label: t(`app.navigation.${place.text}`),
      run: () => void navigate(place.path),
    })),
  ])
}
