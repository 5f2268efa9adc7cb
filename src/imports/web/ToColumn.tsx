import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { placeOf } from './ColumnCard.tsx'

/** Leads to the column that something is about, where what it becomes can be changed. */
export function ToColumn({ column = 0 }: { column?: number }) {
  const { t } = useTranslation()
  return (
    <Anchor component={Link} to={`?step=columns#${placeOf(column)}`} inherit underline="always">
      {t('imports.columns.goTo')}
    </Anchor>
  )
}
