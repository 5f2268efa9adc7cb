import { Text } from '@mantine/core'
import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format.ts'
import classes from './segments.module.css'
import type { Segment } from './source.ts'

/** How many are in it, and how many came and went in the last 30 days. */
export function Passing({ segment }: { segment: Segment }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { size, entered, left, isFilling } = segment
  return (
    <div className={classes.passing}>
      <Text fw={620} component="span" className={classes.size}>
        {format.number(size)}
      </Text>
      {isFilling ? (
        <Text size="xs" c="dimmed" component="span">
          {t('segments.filling')}
        </Text>
      ) : (
        <Text size="xs" c="dimmed" component="span" title={t('segments.lastDays')}>
          <IconArrowUpRight size={13} aria-label={t('segments.entered')} />
          {format.number(entered)} <IconArrowDownRight size={13} aria-label={t('segments.left')} />
          {format.number(left)}
        </Text>
      )}
    </div>
  )
}
