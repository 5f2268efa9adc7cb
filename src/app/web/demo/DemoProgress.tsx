import { Progress, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format.ts'
import { Working } from '../../../ui/Working.tsx'
import classes from './demo.module.css'

/** By then people and what they did are written down; what is left is to live through it. */
const inventedAt = 0.2
/** So much is shown from the beginning: a bar that is empty seems to wait for something. */
const leastShown = 3

/** How far the making of the demo data has come; it goes on if one leaves. `children`: where else to go. */
export function DemoProgress({ share, children }: { share: number; children?: ReactNode }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Working>
      <Text fw={600} size="lg">
        {t('demo.making')}
      </Text>
      <Text c="dimmed">
        {t(share < inventedAt ? 'demo.inventing' : 'demo.replaying')} {t('demo.carryOn')}
      </Text>
      <Progress value={Math.max(share * 100, leastShown)} animated aria-label={t('demo.making')} />
      <div className={classes.foot}>
        <span>{format.percent(Math.round(share * 100) / 100)}</span>
        {children}
      </div>
    </Working>
  )
}
