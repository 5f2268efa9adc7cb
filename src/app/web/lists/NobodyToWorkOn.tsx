import { Button } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useAccess } from '../../../ui/access.ts'
import { Empty } from '../../../ui/Empty.tsx'

/** Whom the list of those to work on would hold, and how somebody gets there. */
export function NobodyToWorkOn() {
  const { t } = useTranslation()
  const { can } = useAccess()
  return (
    <Empty icon={IconChecklist} title={t('lists.nobody.title')} about={t('lists.nobody.about')}>
      <Button component={Link} to={{ search: '' }}>
        {t('lists.nobody.all')}
      </Button>
      {can('imports.run') && (
        <Button component={Link} to="/imports" variant="default">
          {t('lists.import')}
        </Button>
      )}
      {can('definitions.read') && (
        <Button component={Link} to="/definitions" variant="default">
          {t('lists.nobody.stages')}
        </Button>
      )}
    </Empty>
  )
}
