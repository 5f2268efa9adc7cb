import { ColorSwatch, Group, Input, Stack, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stage } from '../../../lifecycle/model.ts'
import { stageColour, stageColours, stageKey } from '../../../ui/stages.ts'
import { inBoth } from '../inBoth.ts'
import { changeStage } from './changing.ts'
import classes from './definitions.module.css'
import { NamesInBoth } from './NamesInBoth.tsx'
import { useEditing } from './useDraft.ts'

/** What a stage is called, one and many, and its colour. */
export function StageLook({ stage }: { stage: Stage }) {
  return (
    <Stack gap="sm">
      <StageNames stage={stage} part="name" />
      <StageNames stage={stage} part="plural" />
      <Colour stage={stage} />
    </Stack>
  )
}

export function useChangeStage({ key }: Stage) {
  const { edit } = useEditing()
  return (change: Partial<Stage>) => edit(changeStage(key, change))
}

/** A stage that is the workspace's own keeps its last name: no dictionary has another. */
function StageNames({ stage, part }: { stage: Stage; part: 'name' | 'plural' }) {
  const { t, i18n } = useTranslation()
  const change = useChangeStage(stage)
  const [written, setWritten] = useState(asWritten(stage[part], i18n.language))
  const key = stageKey(stage.key)
  const usual = (lng: string) =>
    key ? t(`words.${part === 'name' ? 'stages' : 'stagesPlural'}.${key}`, { lng }) : ''
  return (
    <NamesInBoth
      label={t(part === 'name' ? 'draft.name' : 'draft.plural')}
      otherLabel={part === 'name' ? undefined : t('draft.otherPlural')}
      description={part === 'plural' ? t('draft.pluralAbout') : key && t('draft.nameAbout')}
      usual={{ es: usual('es'), en: usual('en') }}
      value={written}
      onChange={next => {
        setWritten(next)
        const both = inBoth(next)
        if (both.es) change({ [part]: both })
        else if (key || part === 'plural') change({ [part]: undefined })
      }}
    />
  )
}

function asWritten(words: Stage['name'], language: string) {
  if (!words) return { es: '', en: '' }
  return words.es === words.en ? { ...words, [language === 'en' ? 'es' : 'en']: '' } : words
}

function Colour({ stage }: { stage: Stage }) {
  const { t } = useTranslation()
  const change = useChangeStage(stage)
  return (
    <Input.Wrapper label={t('draft.color')} description={t('draft.colorAbout')} labelElement="div">
      <Group gap={6} mt={4} role="radiogroup" aria-label={t('draft.color')}>
        {stageColours.map(color => (
          <UnstyledButton
            key={color}
            role="radio"
            aria-checked={stage.color === color}
            aria-label={t(`draft.colors.${color}`)}
            title={t(`draft.colors.${color}`)}
            className={classes.swatch}
            onClick={() => change({ color })}
          >
            <ColorSwatch color={stageColour(color, 'fill')} size={22} withShadow={false} />
          </UnstyledButton>
        ))}
      </Group>
    </Input.Wrapper>
  )
}
