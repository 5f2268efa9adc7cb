import { useTranslation } from 'react-i18next'
import classes from './Shell.module.css'

export function Logo({ withName = true }: { withName?: boolean }) {
  const { t } = useTranslation()
  return (
    <span className={classes.logo}>
      <img src="/icon.svg" width={26} height={26} alt={withName ? '' : t('ui.product')} />
      {withName && <span className={classes.name}>{t('ui.product')}</span>}
    </span>
  )
}
