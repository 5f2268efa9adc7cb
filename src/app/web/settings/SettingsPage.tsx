import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, NavLink, Outlet, useLocation } from 'react-router'
import { useAccess } from '../../../ui/access.ts'
import { Page } from '../../../ui/Page.tsx'
import classes from './settings.module.css'

const sections = [
  { path: 'workspace', needs: 'contacts.read' },
  { path: 'members', needs: 'contacts.read' },
  { path: 'fields', needs: 'contacts.read' },
  { path: 'events', needs: 'contacts.read' },
  { path: 'keys', needs: 'keys.manage' },
  { path: 'audit', needs: 'audit.read' },
] as const

export function SettingsPage() {
  const { t } = useTranslation()
  const { can } = useAccess()
  const { pathname } = useLocation()
  const menu = useRef<HTMLElement>(null)
  // On a phone the menu is a line that is longer than the screen.
  useEffect(() => {
    menu.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [pathname])
  if (pathname === '/settings') return <Navigate to="/settings/workspace" replace />
  return (
    <Page title={t('settings.title')}>
      <div className={classes.layout}>
        <nav ref={menu} className={classes.menu} aria-label={t('settings.sections.label')}>
          {sections
            .filter(({ needs }) => can(needs))
            .map(({ path }) => (
              <NavLink key={path} to={`/settings/${path}`} className={classes.item}>
                {t(`settings.sections.${path}`)}
              </NavLink>
            ))}
        </nav>
        <div className={classes.content}>
          <Outlet />
        </div>
      </div>
    </Page>
  )
}
