import { Button, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../qualification/web/parts.tsx'
import { useAccess } from '../../../ui/access.ts'
import { Failed } from '../../../ui/Failed.tsx'
import { GuideLink } from '../../../ui/GuideLink.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page, Section } from '../../../ui/Page.tsx'
import { BackToDefinitions } from '../definitions/BackToDefinitions.tsx'
import { FrameworkCard } from './FrameworkCard.tsx'
import { FrameworkForm } from './FrameworkForm.tsx'
import { blankDraft, type FrameworkDraft } from './frameworkDraft.ts'
import { Uses } from './Uses.tsx'
import { type Library, useLibrary } from './useFrameworks.ts'

/** How people are qualified: which framework each funnel uses, those of one's own, and the ready-made ones. */
export function FrameworksPage() {
  const { t } = useTranslation()
  const library = useLibrary()
  const canEdit = useAccess().can('definitions.manage')
  const [draft, setDraft] = useState<FrameworkDraft>()
  if (library.isPending) return <Loading />
  if (library.isError) return <Failed error={library.error} retry={() => void library.refetch()} />
  return (
    <Page
      title={t('frameworks.title')}
      about={
        <>
          {t('frameworks.about')} <GuideLink page="two-steps" part="talking" />
        </>
      }
      width="text"
      back={<BackToDefinitions />}
      actions={
        canEdit && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDraft(blankDraft)}>
            {t('frameworks.write')}
          </Button>
        )
      }
    >
      <Section title={t('frameworks.inUse')} about={t('frameworks.inUseAbout')}>
        <Uses library={library.data} canEdit={canEdit} />
        <Text size="sm" c="dimmed">
          {t('frameworks.byHand')}
        </Text>
      </Section>
      <Cards library={library.data} onDraft={canEdit ? setDraft : undefined} />
      {draft && <FrameworkForm begun={draft} library={library.data} onClose={() => setDraft(undefined)} />}
    </Page>
  )
}

type CardsProps = { library: Library; onDraft?: (draft: FrameworkDraft) => void }

function Cards({ library, onDraft }: CardsProps) {
  const { t } = useTranslation()
  const { own, readyMade } = library
  const card = (framework: Framework) => (
    <FrameworkCard key={framework.key} framework={framework} library={library} onDraft={onDraft} />
  )
  return (
    <>
      <Section title={t('frameworks.own')}>
        {own.length === 0 && <Text c="dimmed">{t('frameworks.ownEmpty')}</Text>}
        {own.map(({ framework }) => card(framework))}
      </Section>
      <Section title={t('frameworks.ready')}>{readyMade.map(card)}</Section>
    </>
  )
}
