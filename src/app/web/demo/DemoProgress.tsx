import { Progress, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format.ts'
import classes from './demo.module.css'

/** How far the making of the demo data has come; it goes on if one leaves. `children`: where else to go. */
export function DemoProgress({ share, children }: { share: number; children?: ReactNode }) {
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
        {children}
      </div>
    </div>
  )
}
