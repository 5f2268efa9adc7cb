import { Button, Text } from '@mantine/core'
import { IconCalendarTime, IconHistory, IconListCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useAccess } from '../../../ui/access.ts'
import { Failed } from '../../../ui/Failed.tsx'
import { GuideLink } from '../../../ui/GuideLink.tsx'
import { useJump } from '../../../ui/jump.ts'
import { Loading } from '../../../ui/Loading.tsx'
import type { PagePart } from '../../../ui/OnThisPage.tsx'
import { Page, Section } from '../../../ui/Page.tsx'
import { useUndoKey } from '../../../ui/useUndoKey.ts'
import { useFunnelAddress } from '../funnelInView.ts'
import { DraftBar } from './DraftBar.tsx'
import { FrameworkDefinition } from './FrameworkDefinition.tsx'
import { FunnelTabs } from './FunnelTabs.tsx'
import { Placing } from './Placing.tsx'
import { ScoreDefinition } from './ScoreDefinition.tsx'
import { ShownVersion, WhatIsRead } from './ShownVersion.tsx'
import { StageDefinition } from './StageDefinition.tsx'
import { AddStage, OutsideDefinition } from './StageForms.tsx'
import { useDraftStageName } from './useChangeText.ts'
import { type Definition, useDefinitions, useFunnelShown } from './useDefinitions.ts'
import { DraftContext, useDraft, useEditing, useIsDraftKnown, useSavedDraft } from './useDraft.ts'
import { WordsDefinition } from './WordsDefinition.tsx'

/** The stages and the score in words, and where they are changed. `#prospect` goes to that stage, `#score` to the score. */
export function DefinitionsPage() {
  const { t } = useTranslation()
  const definitions = useDefinitions()
  const shown = useFunnelShown()
  const address = useFunnelAddress()
  const isDraftKnown = useIsDraftKnown()
  const parts = useParts(shown)
  useJump(definitions.isSuccess && isDraftKnown)
  if (definitions.isPending) return <Loading />
  if (definitions.isError)
    return <Failed error={definitions.error} retry={() => void definitions.refetch()} />
  return (
    <Page
      title={t('definitions.title')}
      about={
        <>
          {t('definitions.about')} <GuideLink page="who-is-who" />
        </>
      }
      width="text"
      parts={shown && isDraftKnown ? parts : undefined}
      actions={
        <>
          <Button
            component={Link}
            to="/definitions/frameworks"
            variant="default"
            leftSection={<IconListCheck size={16} stroke={1.7} aria-hidden />}
          >
            {t('frameworks.open')}
          </Button>
          <Button
            component={Link}
            to={address('/definitions/past')}
            variant="default"
            leftSection={<IconCalendarTime size={16} stroke={1.7} aria-hidden />}
          >
            {t('past.title')}
          </Button>
          <Button
            component={Link}
            to={address('/definitions/versions')}
            variant="default"
            leftSection={<IconHistory size={16} stroke={1.7} aria-hidden />}
          >
            {t('draft.versions')}
          </Button>
        </>
      }
    >
      <FunnelTabs funnels={definitions.data.funnels} />
      {!isDraftKnown && <Loading />}
      {shown && isDraftKnown && <FunnelDefinition key={shown.id} funnel={shown} />}
    </Page>
  )
}

function useParts(funnel: Definition | undefined): PagePart[] {
  const { t } = useTranslation()
  const name = useDraftStageName()
  const draft = useSavedDraft()?.draft
  const stages = (draft ?? funnel)?.lifecycle.stages ?? []
  return [
    { id: 'stages', name: t('definitions.stages') },
    ...stages.map(stage => ({ id: stage.key, name: name(stage), isWithin: true })),
    { id: 'outside', name: t('definitions.outside'), isWithin: true },
    { id: 'score', name: t('definitions.score') },
    { id: 'engagement', name: t('words.score.engagement'), isWithin: true },
    { id: 'qualification', name: t('frameworks.open') },
    { id: 'words', name: t('ownWords.title') },
  ]
}

/** What is in force and, for those who may change it, the draft of what is to come. */
function FunnelDefinition({ funnel }: { funnel: Definition }) {
  const editing = useDraft(funnel)
  const mayEdit = useAccess().can('definitions.manage')
  const [isInForceRead, readInForce] = useState(false)
  const hasDraft = editing.changes.length > 0
  if (isInForceRead && !hasDraft) readInForce(false)
  const canEdit = mayEdit && !isInForceRead
  useUndoKey(canEdit && editing.canUndo ? editing.undo : undefined, editing.shown)
  return (
    <DraftContext value={editing}>
      <Placing />
      {mayEdit && hasDraft && <WhatIsRead isInForce={isInForceRead} onChange={readInForce} />}
      <Stages funnel={funnel} canEdit={canEdit} />
      <ScoreDefinition
        funnel={funnel}
        score={canEdit ? editing.shown.score : funnel.score}
        edit={canEdit ? editing.edit : undefined}
      />
      <FrameworkDefinition
        framework={(canEdit && editing.shown.framework) || funnel.framework}
        canEdit={mayEdit}
      />
      <Words funnel={funnel} canEdit={canEdit} />
      {(mayEdit || hasDraft) && <DraftBar canEdit={mayEdit} isInForceRead={isInForceRead} />}
    </DraftContext>
  )
}

/** In the funnel that holds them; in the main one while none does. */
function Words({ funnel, canEdit }: { funnel: Definition; canEdit: boolean }) {
  const { shown } = useEditing()
  const funnels = useDefinitions().data?.funnels ?? []
  const holder = funnels.find(({ lifecycle }) => lifecycle.words) ?? funnels[0]
  if (holder?.id !== funnel.id) return null
  return <WordsDefinition words={(canEdit ? shown : funnel).lifecycle.words} canEdit={canEdit} />
}

function Stages({ funnel, canEdit }: { funnel: Definition; canEdit: boolean }) {
  const { t } = useTranslation()
  const { shown } = useEditing()
  const { stages, outside } = canEdit ? shown.lifecycle : funnel.lifecycle
  return (
    <div id="stages">
      <Section
        title={t('definitions.stages')}
        about={t('definitions.stagesAbout')}
        actions={canEdit && <AddStage />}
      >
        <ShownVersion kind="lifecycle" funnel={funnel} isDraft={canEdit} />
        {!funnel.isMain && (
          <Text size="sm" c="dimmed">
            {t('funnels.entering')}
          </Text>
        )}
        {stages.map(stage => (
          <StageDefinition key={stage.key} stage={stage} canEdit={canEdit} />
        ))}
        <OutsideDefinition outside={outside} canEdit={canEdit} />
      </Section>
    </div>
  )
}
