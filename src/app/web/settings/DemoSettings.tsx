import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useAccess } from '../../../ui/access.ts'
import { Section } from '../../../ui/Page.tsx'
import { DemoBanner } from '../demo/DemoBanner.tsx'
import { useDemo } from '../demo/useDemo.ts'

/** Where the demo data are brought in, hidden and taken away. */
export function DemoSettings() {
  const { t } = useTranslation()
  const { can } = useAccess()
  const { share } = useDemo()
  if (!can('imports.run')) return null
  return (
    <Section title={t('demo.title')} about={t('demo.about')}>
      {share === undefined ? (
        <Button component={Link} to="/start" variant="default" w="fit-content">
          {t('demo.open')}
        </Button>
      ) : (
        <DemoBanner />
      )}
    </Section>
  )
}
