import { Button } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Empty } from '../../ui/Empty.tsx'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <Empty icon={IconMapQuestion} title={t('app.notFound.title')} about={t('app.notFound.about')}>
      <Button component={Link} to="/">
        {t('app.notFound.home')}
      </Button>
    </Empty>
  )
}
