import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { fewestOutcomes } from '../../../proof/contract.ts'
import { useAccess } from '../../../ui/access.ts'
import type { FunnelRow } from './report.ts'

/** Many at the end of the funnel and nobody hot: the points may not be those of this company, and can be learnt from them. */
export function NobodyHot({ rows, hot }: { rows: FunnelRow[]; hot: number }) {
  const { t } = useTranslation()
  const { can } = useAccess()
  const arrived = rows.at(-1)?.count ?? 0
  if (hot > 0 || arrived < fewestOutcomes || !can('definitions.manage')) return null
  return (
    <Text size="sm" c="dimmed">
      {t('funnel.nobodyHot')}{' '}
      <Anchor component={Link} to="/proof" size="sm" underline="always">
        {t('funnel.learnPoints')}
      </Anchor>
    </Text>
  )
}
