import { Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Place } from './navigation.ts'

/** Ctrl-K: go anywhere. */
export function Palette({ places }: { places: Place[] }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const actions = places.map(({ path, text, icon: Icon }) => ({
    id: path,
    label: t(`app.navigation.${text}`),
    leftSection: <Icon size={18} stroke={1.7} aria-hidden />,
    onClick: () => void navigate(path),
  }))
  return (
    <Spotlight
      actions={actions}
      shortcut={null}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.7} aria-hidden />,
        placeholder: t('app.navigation.search'),
        'aria-label': t('app.navigation.search'),
      }}
    />
  )
}
