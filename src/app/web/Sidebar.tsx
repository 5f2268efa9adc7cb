import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { Keys } from '../../ui/shortcuts.tsx'
import { Logo } from './Logo.tsx'
import type { Place } from './navigation.ts'
import classes from './Shell.module.css'
import { UserMenu } from './UserMenu.tsx'

type SidebarProps = { places: Place[]; collapsed: boolean; onCollapse: () => void }

export function Sidebar({ places, collapsed, onCollapse }: SidebarProps) {
  const { t } = useTranslation()
  const Fold = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const foldLabel = t(collapsed ? 'app.navigation.expand' : 'app.navigation.collapse')
  return (
    <div className={classes.sidebar} data-collapsed={collapsed || undefined}>
      <div className={classes.brand}>
        <Logo withName={!collapsed} />
        <Tooltip label={foldLabel} position="right">
          <ActionIcon aria-label={foldLabel} onClick={onCollapse}>
            <Fold size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
      <Search collapsed={collapsed} />
      <PlaceList places={places.filter(place => place.group === 'work')} collapsed={collapsed} />
      <div className={classes.gap} />
      <PlaceList places={places.filter(place => place.group === 'system')} collapsed={collapsed} />
      <UserMenu collapsed={collapsed} />
    </div>
  )
}

function Search({ collapsed }: { collapsed: boolean }) {
  const { t } = useTranslation()
  return (
    <UnstyledButton
      className={classes.search}
      onClick={spotlight.open}
      aria-label={collapsed ? t('app.navigation.search') : undefined}
    >
      <IconSearch size={16} stroke={1.8} aria-hidden />
      {!collapsed && (
        <>
          <span>{t('app.navigation.search')}</span>
          <Keys keys="mod+k" size="xs" />
        </>
      )}
    </UnstyledButton>
  )
}

function PlaceList({ places, collapsed }: { places: Place[]; collapsed: boolean }) {
  const { t } = useTranslation()
  return (
    <ul className={classes.places}>
      {places.map(({ path, text, icon: Icon }) => {
        const name = t(`app.navigation.${text}`)
        return (
          <li key={path}>
            <Tooltip label={name} position="right" disabled={!collapsed}>
              <NavLink
                to={path}
                end={path === '/'}
                className={classes.place}
                aria-label={collapsed ? name : undefined}
              >
                <Icon size={18} stroke={1.7} aria-hidden />
                {!collapsed && name}
              </NavLink>
            </Tooltip>
          </li>
        )
      })}
    </ul>
  )
}
