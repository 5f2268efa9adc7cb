import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDefinitions, useFunnelShown } from '../definitions/useDefinitions.ts'
import { useFunnelName } from '../funnelInView.ts'

/** Which funnel is shown, where there are several; the main one is named by nothing. */
export function FunnelChoice({ onChange }: { onChange: (funnel: string) => void }) {
  const { t } = useTranslation()
  const nameOf = useFunnelName()
  const funnels = useDefinitions().data?.funnels ?? []
  const shown = useFunnelShown()
  if (funnels.length < 2 || !shown) return null
  return (
    <Select
      size="xs"
      w={180}
      aria-label={t('funnels.choose')}
      data={funnels.map(funnel => ({ value: funnel.key, label: nameOf(funnel) }))}
      value={shown.key}
      allowDeselect={false}
      onChange={key => onChange(key && key !== funnels[0]?.key ? key : '')}
    />
  )
}
