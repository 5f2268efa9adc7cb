import { VisuallyHidden } from '@mantine/core'
import { IconHourglassEmpty } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './badges.module.css'
import { useFormat } from './format.ts'

type Props = {
  /** From when the contact has been in its stage for longer than it allows; nothing is shown before that. */
  from: string | null | undefined
  /** The icon alone, the rest for screen readers and on hover. */
  compact?: boolean
}

/** Beside a stage: that the contact has been there for too long, and since when. */
export function StaleBadge({ from, compact = false }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!from || new Date(from) > new Date()) return null
  const words = t('words.staleSince', { date: format.date(from) })
  return (
    <span className={classes.stale} title={compact ? words : undefined}>
      <IconHourglassEmpty aria-hidden className={classes.icon} stroke={2} />
      {compact ? <VisuallyHidden>{words}</VisuallyHidden> : words}
    </span>
  )
}
