import {
  type Icon,
  IconBook2,
  IconBuilding,
  IconFilter2,
  IconHelp,
  IconReportAnalytics,
  IconSettings,
  IconTableImport,
  IconTargetArrow,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { Dictionary } from '../texts.ts'

export type Place = {
  path: string
  text: keyof Dictionary['app']['navigation']
  icon: Icon
  /** Shown only to who may. */
  needs?: string
  /** Second key of the shortcut `g …`. */
  key: string
  /** In the bar at the bottom of phones; the rest is behind "more". */
  onPhone?: boolean
  group: 'work' | 'system'
}

/** The main menu in its order. Room is kept for: today before the funnel; segments, campaigns, inbox, sales, surveys and reports after organisations. A place is listed when its screen exists. */
export const places: Place[] = [
  { path: '/', text: 'funnel', icon: IconFilter2, key: 'e', onPhone: true, group: 'work' },
  {
    path: '/contacts',
    text: 'people',
    icon: IconUsers,
    key: 'c',
    onPhone: true,
    group: 'work',
    needs: 'contacts.read',
  },
  {
    path: '/organizations',
    text: 'organizations',
    icon: IconBuilding,
    key: 'o',
    onPhone: true,
    group: 'work',
    needs: 'contacts.read',
  },
  {
    path: '/segments',
    text: 'segments',
    icon: IconUsersGroup,
    key: 'm',
    group: 'work',
    needs: 'contacts.read',
  },
  {
    path: '/reports',
    text: 'reports',
    icon: IconReportAnalytics,
    key: 'r',
    group: 'work',
    needs: 'reports.read',
  },
  {
    path: '/imports',
    text: 'imports',
    icon: IconTableImport,
    key: 'i',
    group: 'system',
    needs: 'imports.run',
  },
  {
    path: '/definitions',
    text: 'definitions',
    icon: IconBook2,
    key: 'd',
    group: 'system',
    needs: 'definitions.read',
  },
  {
    path: '/proof',
    text: 'proof',
    icon: IconTargetArrow,
    key: 'p',
    group: 'system',
    needs: 'reports.read',
  },
  { path: '/guide', text: 'guide', icon: IconHelp, key: 'h', group: 'system' },
  { path: '/settings', text: 'settings', icon: IconSettings, key: 's', group: 'system' },
]
