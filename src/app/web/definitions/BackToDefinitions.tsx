import { useTranslation } from 'react-i18next'
import { BackLink } from '../../../ui/BackLink.tsx'
import { useFunnelAddress } from '../funnelInView.ts'

export function BackToDefinitions() {
  const { t } = useTranslation()
  const address = useFunnelAddress()
  return <BackLink to={address('/definitions')}>{t('definitions.title')}</BackLink>
}
