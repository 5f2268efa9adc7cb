import { ActionIcon, Badge, Button, Group, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Stage } from '../../../lifecycle/model.ts'
import { StageBadge } from '../../../ui/StageBadge.tsx'
import { stageKey } from '../../../ui/stages.ts'
import { useStageColour } from '../../../ui/stageWords.ts'
import { moveStage, removeStage } from './changing.ts'
import classes from './definitions.module.css'
import { Flaws } from './Flaws.tsx'
import { Rule } from './Rule.tsx'
import { StageEditor } from './StageEditor.tsx'
import { useDraftStageName, useOwnWords } from './useChangeText.ts'
import { useEditing } from './useDraft.ts'

/** A stage in words: how one gets there, who looks after it and what one does. */
export function StageDefinition({ stage, canEdit }: { stage: Stage; canEdit: boolean }) {
  const name = useDraftStageName()
  const colour = useStageColour()
  return (
    <article
      id={stage.key}
      className={classes.stage}
      style={{ borderInlineStartColor: colour(stage.key, 'fill', stage.color) }}
    >
      <header className={classes.head}>
        <StageBadge stage={stage.key} size="lg" name={name(stage)} color={stage.color} />
        {canEdit && <StageActs stage={stage} />}
      </header>
      <Entry stage={stage} />
      {canEdit && <StageFlaws stage={stage} />}
      <StageFacts stage={stage} />
    </article>
  )
}

function StageActs({ stage }: { stage: Stage }) {
  const { t } = useTranslation()
  const name = useDraftStageName()
  const [opened, { open, close }] = useDisclosure()
  return (
    <Group gap={4} ml="auto">
      <ChangedMark stage={stage} />
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPencil size={14} stroke={1.8} aria-hidden />}
        onClick={open}
        aria-label={t('draft.editStage', { stage: name(stage) })}
      >
        {t('draft.edit')}
      </Button>
      <StageMenu stage={stage} />
      {opened && <StageEditor stage={stage} onClose={close} />}
    </Group>
  )
}

function StageFlaws({ stage }: { stage: Stage }) {
  const { stages } = useEditing().shown.lifecycle
  return (
    <Flaws
      of={({ path: [, list, place] }) => list === 'stages' && stages[Number(place)]?.key === stage.key}
    />
  )
}

function Entry({ stage }: { stage: Stage }) {
  const { t } = useTranslation()
  const key = stageKey(stage.key)
  const name = useDraftStageName()
  return (
    <>
      <p className={classes.lead}>
        {key ? t(`definitions.becomes.${key}`) : t('definitions.becomesOther', { stage: name(stage) })}
      </p>
      <Rule rule={stage.entry} />
      {stage.organizationEntry && (
        <>
          <p className={classes.lead}>{t('definitions.organizations')}</p>
          <Rule rule={stage.organizationEntry} />
        </>
      )}
    </>
  )
}

function StageFacts({ stage }: { stage: Stage }) {
  const { t } = useTranslation()
  const own = useOwnWords()
  const key = stageKey(stage.key)
  const does = own(stage.does) ?? (key && t(`definitions.does.${key}`))
  const guide = own(stage.guide)
  return (
    <dl className={classes.facts}>
      <dt>{t('definitions.who')}</dt>
      <dd>{t(`definitions.responsible.${stage.responsible}`)}</dd>
      {does && (
        <>
          <dt>{t('definitions.what')}</dt>
          <dd>{does}</dd>
        </>
      )}
      {stage.staleAfterDays && (
        <>
          <dt>{t('definitions.stale')}</dt>
          <dd>{t('definitions.staleAfter', { count: stage.staleAfterDays })}</dd>
        </>
      )}
      {stage.canGoBack === false && (
        <>
          <dt>{t('definitions.back')}</dt>
          <dd>{t('definitions.noBack')}</dd>
        </>
      )}
      {guide && (
        <>
          <dt>{t('definitions.guide')}</dt>
          <dd className={classes.guide}>{guide}</dd>
        </>
      )}
    </dl>
  )
}

function ChangedMark({ stage }: { stage: Stage }) {
  const { t } = useTranslation()
  const isChanged = useEditing().changes.some(change => 'stage' in change && change.stage.key === stage.key)
  return isChanged ? <Badge>{t('draft.changed_mark')}</Badge> : null
}

function StageMenu({ stage }: { stage: Stage }) {
  const { t } = useTranslation()
  const { shown, edit } = useEditing()
  const { stages } = shown.lifecycle
  const place = stages.findIndex(({ key }) => key === stage.key)
  const name = useDraftStageName()(stage)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('draft.moreStage', { stage: name })}>
          <IconDots size={16} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconArrowUp size={15} aria-hidden />}
          disabled={place === 0}
          onClick={() => edit(moveStage(stage.key, -1))}
        >
          {t('draft.moveUp')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={15} aria-hidden />}
          disabled={place === stages.length - 1}
          onClick={() => edit(moveStage(stage.key, 1))}
        >
          {t('draft.moveDown')}
        </Menu.Item>
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={15} aria-hidden />}
          disabled={stages.length === 1}
          onClick={() => edit(removeStage(stage.key))}
        >
          {t('draft.removeStage')}
        </Menu.Item>
        <Menu.Label className={classes.menuNote}>{t('draft.removeStageAbout')}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  )
}
