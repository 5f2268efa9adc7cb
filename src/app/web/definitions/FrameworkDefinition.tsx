import { Button, Text } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFrameworkRule } from '../../../qualification/web/parts.tsx'
import { GuideLink } from '../../../ui/GuideLink.tsx'
import { Section } from '../../../ui/Page.tsx'
import { useFrameworkName } from '../frameworks/useFrameworks.ts'
import { Flaws } from './Flaws.tsx'
import type { Definition } from './useDefinitions.ts'

type Framework = Definition['framework']

/** How the funnel qualifies, by its draft where that is read; it is changed on a page of its own. */
export function FrameworkDefinition({ framework, canEdit }: { framework: Framework; canEdit: boolean }) {
  const { t } = useTranslation()
  const name = useFrameworkName()(framework)
  const rule = useFrameworkRule(framework)
  return (
    <div id="qualification">
      <Section
        title={t('frameworks.open')}
        about={
          <>
            {t('frameworks.brief')} <GuideLink page="two-steps" part="talking" />
          </>
        }
        actions={
          <Button
            component={Link}
            to="/definitions/frameworks"
            size="xs"
            variant="default"
            leftSection={<IconListCheck size={15} stroke={1.8} aria-hidden />}
          >
            {t(canEdit ? 'frameworks.changeIt' : 'frameworks.seeAll')}
          </Button>
        }
      >
        <Text>
          <strong>{name}.</strong> {rule}
        </Text>
        <Flaws of={({ path }) => path[0] === 'framework'} />
      </Section>
    </div>
  )
}
