import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../ui/format.ts'
import { useFunnelAddress } from '../funnelInView.ts'

/** Moves that nobody made: they are in none of the numbers above. */
export function Reclassified({ count }: { count: number }) {
  const { t } = useTranslation()
  const number = useFormat().number(count)
  const address = useFunnelAddress()
  if (count === 0) return null
  return (
    <Text size="xs" c="dimmed">
      {t('funnel.reclassified', { count, number })}{' '}
      <Anchor component={Link} to={address('/definitions/versions')} size="xs">
        {t('funnel.versions')}
      </Anchor>
    </Text>
  )
}
