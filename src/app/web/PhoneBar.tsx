import { Drawer, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { spotlight } from '@mantine/spotlight'
import { IconDots, IconSearch } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink, useLocation } from 'react-router'
import type { Place } from './navigation.ts'
import classes from './Shell.module.css'
import { UserMenu } from './UserMenu.tsx'

/** The menu on phones: the most used places under the thumb, the rest in a drawer. */
export function PhoneBar({ places }: { places: Place[] }) {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure()
  const { pathname } = useLocation()
  useEffect(close, [pathname])
  return (
    <nav className={classes.phoneBar} aria-label={t('app.navigation.label')}>
      {places
        .filter(place => place.onPhone)
        .map(place => (
          <PhonePlace key={place.path} place={place} />
        ))}
      <UnstyledButton className={classes.phonePlace} onClick={spotlight.open}>
        <IconSearch size={20} stroke={1.7} aria-hidden />
        {t('app.navigation.find')}
      </UnstyledButton>
      <UnstyledButton className={classes.phonePlace} onClick={open} aria-haspopup="dialog">
        <IconDots size={20} stroke={1.7} aria-hidden />
        {t('app.navigation.more')}
      </UnstyledButton>
      <Drawer
        opened={opened}
        onClose={close}
        position="bottom"
        title={t('app.navigation.more')}
        classNames={{ content: classes.sheet, body: classes.sheetBody }}
      >
        <ul className={classes.places}>
          {places
            .filter(place => !place.onPhone)
            .map(({ path, text, icon: Icon }) => (
              <li key={path}>
                <NavLink to={path} className={classes.place}>
                  <Icon size={18} stroke={1.7} aria-hidden />
                  {t(`app.navigation.${text}`)}
                </NavLink>
              </li>
            ))}
        </ul>
        <UserMenu collapsed={false} />
      </Drawer>
    </nav>
  )
}

function PhonePlace({ place: { path, text, icon: Icon } }: { place: Place }) {
  const { t } = useTranslation()
  return (
    <NavLink to={path} end={path === '/'} className={classes.phonePlace}>
      <Icon size={20} stroke={1.7} aria-hidden />
      <span>{t(`app.navigation.${text === 'organizations' ? 'organizationsShort' : text}`)}</span>
    </NavLink>
  )
}
