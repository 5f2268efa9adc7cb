import { Anchor } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFunnelAddress } from '../funnelInView.ts'
import classes from './definitions.module.css'

/** Above the title of what belongs to the definitions. */
export function BackToDefinitions() {
  const { t } = useTranslation()
  const address = useFunnelAddress()
  return (
    <Anchor component={Link} to={address('/definitions')} size="sm" className={classes.backLink}>
      <IconArrowLeft size={15} aria-hidden /> {t('definitions.title')}
    </Anchor>
  )
}
