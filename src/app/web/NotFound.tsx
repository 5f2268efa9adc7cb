import { Button } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Empty } from '../../ui/Empty.tsx'

/** Where each list begins, and what the way back to it is called. */
const ways = {
  contacts: 'app.notFound.contacts',
  organizations: 'app.notFound.organizations',
  imports: 'app.notFound.imports',
} as const

/** Nothing is at this address; `list` is where it would have been. */
export function NotFound({ list }: { list?: string }) {
  const { t } = useTranslation()
  const way = ways[list as keyof typeof ways]
  return (
    <Empty icon={IconMapQuestion} level={1} title={t('app.notFound.title')} about={t('app.notFound.about')}>
      {way && (
        <Button component={Link} to={`/${list}`}>
          {t(way)}
        </Button>
      )}
      <Button component={Link} to="/" variant={way ? 'default' : 'filled'}>
        {t('app.notFound.home')}
      </Button>
    </Empty>
  )
}
