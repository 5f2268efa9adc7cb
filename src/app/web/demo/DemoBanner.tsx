import { Button } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useAccess } from '../../../ui/access.ts'
import classes from './demo.module.css'
import { useDemo } from './useDemo.ts'

/** Says that what is seen is not real, and takes it away in one click. */
export function DemoBanner() {
  const { t } = useTranslation()
  const { can } = useAccess()
  const demo = useDemo()
  if (demo.share === undefined) return null
  return (
    <div className={classes.banner}>
      <IconSparkles aria-hidden size={18} stroke={1.7} />
      <span className={classes.said}>{t(demo.isMaking ? 'demo.making' : 'demo.banner')}</span>
      {demo.isMaking ? (
        <Button component={Link} to="/start" size="compact-sm" variant="default">
          {t('demo.watch')}
        </Button>
      ) : (
        can('imports.run') && (
          <Button size="compact-sm" variant="default" onClick={demo.remove} loading={demo.isRemoving}>
            {t('demo.remove')}
          </Button>
        )
      )}
    </div>
  )
}
