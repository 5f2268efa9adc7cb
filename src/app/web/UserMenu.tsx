import {
  Menu,
  SegmentedControl,
  Text,
  UnstyledButton,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core'
import { IconKey, IconKeyboard, IconLogout, IconSelector } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Locale } from '../../platform/texts.ts'
import { useAccess } from '../../ui/access.ts'
import { useShortcutList } from '../../ui/shortcuts.tsx'
import { setLanguage } from './i18n.ts'
import classes from './Shell.module.css'
import { useSignOut } from './session.tsx'

/** Who is in and where; language, appearance, password, shortcuts, sign out. */
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
        <Menu.Item component={Link} to="/account" leftSection={<IconKey size={16} />}>
          {t('app.menu.password')}
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

const initialsOf = (name: string) => {
  const words = name.split(/\s+/).filter(Boolean)
  return words
    .slice(0, 2)
    .map(word => word[0]?.toUpperCase())
    .join('')
}

/** Language and appearance, at once and remembered in this browser. */
export function Choices({ compact = false }: { compact?: boolean }) {
  const { t, i18n } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <div className={classes.choices} data-compact={compact || undefined}>
      <SegmentedControl
        fullWidth={!compact}
        size="xs"
        aria-label={t('app.menu.language')}
        value={i18n.language}
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
