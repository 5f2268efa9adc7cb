import { VisuallyHidden } from '@mantine/core'
import { IconTargetOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './badges.module.css'

/** Beside a score: a quiet mark that the fit is less than what is worth a contact. */
export function ShortOfFit({ fits }: { fits: boolean }) {
  const { t } = useTranslation()
  if (fits) return null
  const words = t('words.shortOfFit')
  return (
    <span className={classes.quiet} title={words}>
      <IconTargetOff aria-hidden className={classes.icon} stroke={1.75} />
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  )
}
