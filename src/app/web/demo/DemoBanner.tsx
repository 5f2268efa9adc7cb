import { Button } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useAccess } from '../../../ui/access.ts'
import classes from './demo.module.css'
import { useDemo } from './useDemo.ts'

/** Says that what is seen is not real, or why it is no longer seen; takes it away in one click. */
export function DemoBanner() {
  const { t } = useTranslation()
  const { can } = useAccess()
  const demo = useDemo()
  if (demo.share === undefined) return null
  const besideReal = demo.shown ? 'demo.beside' : 'demo.hidden'
  const said = demo.isMaking ? 'demo.making' : demo.hasReal ? besideReal : 'demo.banner'
  return (
    <div className={classes.banner}>
      <IconSparkles aria-hidden size={18} stroke={1.7} />
      <span className={classes.said}>{t(said)}</span>
      {demo.isMaking && (
        <Button component={Link} to="/start" size="compact-sm" variant="default">
          {t('demo.watch')}
        </Button>
      )}
      {!demo.isMaking && can('imports.run') && <Buttons {...demo} />}
    </div>
  )
}

function Buttons({ hasReal, shown, show, isSwitching, remove, isRemoving }: ReturnType<typeof useDemo>) {
  const { t } = useTranslation()
  return (
    <>
      {hasReal && (
        <Button size="compact-sm" variant="default" onClick={() => show(!shown)} loading={isSwitching}>
          {t(shown ? 'demo.hide' : 'demo.show')}
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={remove} loading={isRemoving}>
        {t('demo.remove')}
      </Button>
    </>
  )
}
