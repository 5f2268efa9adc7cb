import { useMantineColorScheme } from '@mantine/core'
import {
  IconBuildingPlus,
  IconDownload,
  IconKey,
  IconMoon,
  IconSettings,
  IconSparkles,
  IconSun,
  IconTrash,
  IconUserPlus,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { headerKey } from '../../contacts/fields.ts'
import { useAccess } from '../../ui/access.ts'
import { nearlyBegins } from '../../ui/nearly.ts'
import type { Place } from './navigation.ts'
import { useShowsOrganizations } from './organizations.ts'

export type Act = {
  label: string
  /** The page that it is a part of, whose name alone does not find it. */
  under?: string
  to: string
  icon: ReactNode
  state?: object
  /** Done on the spot instead of going somewhere. */
  run?: () => void
  /** Other words that people look for it by. */
  also?: string
}

/** Every word that is typed begins a word of the act's, but for a slip of the fingers. */
export function answers(
  { label, also = '', under = '' }: Pick<Act, 'label' | 'also' | 'under'>,
  query: string,
): boolean {
  const typed = headerKey(query).split(/\s+/)
  const begins = (said: string) => {
    const words = headerKey(said).split(/[^\p{L}\p{N}]+/u)
    return (each: string) => words.some(word => nearlyBegins(word, each))
  }
  return typed.every(begins(`${label} ${also} ${under}`)) && typed.some(begins(`${label} ${also}`))
}

/** Pages and their parts come before the contacts that are found, which any word may find by an id; what is done follows them. */
export const isPlace = ({ run, state }: Pick<Act, 'run' | 'state'>): boolean => !run && !state

/** Places to go to, and what can be begun or switched from anywhere. */
export function useActs(places: Place[]): Act[] {
  const { t } = useTranslation()
  const going = places.map(({ path, text, icon: Icon }) => ({
    label: t(`app.navigation.${text}`),
    to: path,
    icon: <Icon {...look} />,
    also: path === '/imports' ? t('palette.also.import') : undefined,
  }))
  return [...going, ...useBeginnings(), ...useSettingsPlaces(), ...useThemes()]
}

export const look = { size: 18, stroke: 1.7, 'aria-hidden': true }

function useBeginnings(): Act[] {
  const { t } = useTranslation()
  const { can } = useAccess()
  const showsOrganizations = useShowsOrganizations()
  const adding = { state: { adding: true } }
  const person = {
    label: t('lists.person.new'),
    to: '/contacts',
    icon: <IconUserPlus {...look} />,
    ...adding,
  }
  const organization = {
    label: t('lists.organization.new'),
    to: '/organizations',
    icon: <IconBuildingPlus {...look} />,
    ...adding,
  }
  const exporting = {
    label: t('palette.export'),
    to: '/contacts',
    icon: <IconDownload {...look} />,
    also: t('palette.also.export'),
    state: { exporting: true },
  }
  const bin = {
    label: t('bin.title'),
    to: '/bin',
    icon: <IconTrash {...look} />,
    also: t('palette.also.bin'),
  }
  const demo = {
    label: t('demo.title'),
    to: '/start',
    icon: <IconSparkles {...look} />,
    also: t('palette.also.demo'),
  }
  return [
    ...(can('imports.run') ? [demo] : []),
    ...(can('contacts.write') ? [person] : []),
    ...(can('contacts.write') && showsOrganizations ? [organization] : []),
    ...(can('contacts.export') ? [exporting] : []),
    ...(can('contacts.delete') ? [bin] : []),
  ]
}

const settings = [
  { path: 'workspace', needs: 'contacts.read' },
  { path: 'members', needs: 'contacts.read' },
  { path: 'fields', needs: 'contacts.read' },
  { path: 'events', needs: 'contacts.read' },
  { path: 'keys', needs: 'keys.manage' },
  { path: 'audit', needs: 'audit.read' },
] as const

function useSettingsPlaces(): Act[] {
  const { t } = useTranslation()
  const { can } = useAccess()
  return settings
    .filter(({ needs }) => can(needs))
    .map(({ path }) => ({
      label: `${t('app.navigation.settings')}: ${t(`settings.sections.${path}`)}`,
      to: `/settings/${path}`,
      icon: path === 'keys' ? <IconKey {...look} /> : <IconSettings {...look} />,
    }))
}

function useThemes(): Act[] {
  const { t } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  const also = t('palette.also.theme')
  return [
    {
      label: t('palette.dark'),
      to: '',
      icon: <IconMoon {...look} />,
      also,
      run: () => setColorScheme('dark'),
    },
    {
      label: t('palette.light'),
      to: '',
      icon: <IconSun {...look} />,
      also,
      run: () => setColorScheme('light'),
    },
  ]
}
