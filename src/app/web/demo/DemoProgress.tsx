import { Button, Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../ui/format.ts'
import classes from './demo.module.css'

/** How far the making of the demo data has come; it goes on if one leaves. */
export function DemoProgress({ share }: { share: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className={classes.making}>
      <Text fw={600} size="lg">
        {t('demo.making')}
      </Text>
      <Text c="dimmed">{t('demo.makingAbout')}</Text>
      <Progress value={share * 100} aria-label={t('demo.making')} />
      <div className={classes.foot}>
        <span>{format.percent(Math.round(share * 100) / 100)}</span>
        <Button component={Link} to="/" variant="default" size="xs">
          {t('demo.meanwhile')}
        </Button>
      </div>
    </div>
  )
}
