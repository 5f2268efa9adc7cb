import {
  Menu,
  SegmentedControl,
  Text,
  UnstyledButton,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core'
import {
  IconBuilding,
  IconCheck,
  IconKeyboard,
  IconLogout,
  IconSelector,
  IconUserCircle,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Locale } from '../../platform/texts.ts'
import { useAccess } from '../../ui/access.ts'
import { useShortcutList } from '../../ui/shortcuts.tsx'
import { useLanguage, useWorkspaces } from './choices.ts'
import classes from './Shell.module.css'
import { useSignOut } from './session.tsx'

/** Who is in and where; language, appearance, other workspaces, account, shortcuts, sign out. */
export function UserMenu({ collapsed }: { collapsed: boolean }) {
  const { t } = useTranslation()
  const { user, workspace } = useAccess()
  const showShortcuts = useShortcutList()
  const signOut = useSignOut()
  return (
    <Menu position="top-start" width={264} offset={6}>
      <Menu.Target>
        <UnstyledButton className={classes.user}>
          <VisuallyHidden>{t('app.menu.label')}</VisuallyHidden>
          <span className={classes.initials} aria-hidden>
            {initialsOf(user.name)}
          </span>
          {!collapsed && (
            <>
              <span className={classes.who}>
                <Text span size="sm" fw={600} truncate>
                  {workspace.name}
                </Text>
                <Text span size="xs" c="dimmed" truncate>
                  {user.name}
                </Text>
              </span>
              <IconSelector size={16} stroke={1.7} aria-hidden />
            </>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{user.email}</Menu.Label>
        <Choices />
        <Menu.Divider />
        <Workspaces />
        <Menu.Item component={Link} to="/account" leftSection={<IconUserCircle size={16} />}>
          {t('app.menu.account')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={showShortcuts}>
          {t('app.menu.shortcuts')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={signOut}>
          {t('app.menu.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Only who belongs to several has something to choose. */
function Workspaces() {
  const { t } = useTranslation()
  const { workspaces, here, enter } = useWorkspaces()
  if (workspaces.length < 2) return null
  return (
    <>
      <Menu.Label>{t('app.menu.workspaces')}</Menu.Label>
      {workspaces.map(({ id, name }) => (
        <Menu.Item
          key={id}
          leftSection={<IconBuilding size={16} />}
          rightSection={id === here && <IconCheck size={16} aria-label={t('app.menu.here')} />}
          onClick={() => void enter(id)}
        >
          {name}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  )
}

const initialsOf = (name: string) => {
  const words = name.split(/\s+/).filter(Boolean)
  return words
    .slice(0, 2)
    .map(word => word[0]?.toUpperCase())
    .join('')
}

/** Language and appearance, at once and remembered in this browser; the language in the account too. */
export function Choices({ compact = false }: { compact?: boolean }) {
  const { t } = useTranslation()
  const [language, setLanguage] = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <div className={classes.choices} data-compact={compact || undefined}>
      <SegmentedControl
        fullWidth={!compact}
        size="xs"
        aria-label={t('app.menu.language')}
        value={language}
        onChange={value => void setLanguage(value as Locale)}
        data={[
          { value: 'es', label: t('app.languages.es') },
          { value: 'en', label: t('app.languages.en') },
        ]}
      />
      <SegmentedControl
        fullWidth={!compact}
        size="xs"
        aria-label={t('app.menu.appearance')}
        value={colorScheme}
        onChange={value => setColorScheme(value as typeof colorScheme)}
        data={[
          { value: 'light', label: t('app.menu.light') },
          { value: 'dark', label: t('app.menu.dark') },
          { value: 'auto', label: t('app.menu.system') },
        ]}
      />
    </div>
  )
}
