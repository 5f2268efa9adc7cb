import { Button } from '@mantine/core'
import { type Icon, IconFileSpreadsheet, IconSparkles, IconUserPlus } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Navigate } from 'react-router'
import { Page } from '../../../ui/Page.tsx'
import { DemoBanner } from '../demo/DemoBanner.tsx'
import { DemoProgress } from '../demo/DemoProgress.tsx'
import { useDemo } from '../demo/useDemo.ts'
import classes from './entry.module.css'

/** After setting up: one's own file, demo data, or nothing. */
export function StartPage() {
  const { t } = useTranslation()
  const demo = useDemo()
  const waited = useRef(false)
  if (demo.isMaking) waited.current = true
  if (demo.isThere && waited.current) return <Navigate to="/" replace />
  return (
    <Page title={t('entry.start.title')} about={t('entry.start.about')}>
      {demo.isThere && <DemoBanner />}
      {demo.isMaking ? (
        <DemoProgress share={demo.share ?? 0}>
          <Button component={Link} to="/" variant="default" size="xs">
            {t('demo.meanwhile')}
          </Button>
        </DemoProgress>
      ) : (
        <div className={classes.start}>
          <Link to="/imports" className={classes.way}>
            <Way icon={IconFileSpreadsheet} name="file" />
          </Link>
          {!demo.isThere && (
            <button type="button" className={classes.way} onClick={demo.create}>
              <Way icon={IconSparkles} name="demo" />
            </button>
          )}
          <Link to="/contacts" className={classes.way}>
            <Way icon={IconUserPlus} name="empty" />
          </Link>
        </div>
      )}
    </Page>
  )
}

function Way({ icon: Picture, name }: { icon: Icon; name: 'file' | 'demo' | 'empty' }) {
  const { t } = useTranslation()
  return (
    <>
      <Picture aria-hidden size={30} stroke={1.4} />
      <span className={classes.wayTitle}>{t(`entry.start.${name}`)}</span>
      <span className={classes.wayAbout}>{t(`entry.start.${name}About`)}</span>
    </>
  )
}
