import { IconBook2, IconForms, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../ui/access.ts'
import { useStagePlural } from '../../ui/stageWords.ts'
import { api } from './api.ts'
import { contactsWhere } from './contactsWhere.ts'
import { useDraftStageName, useOwnWords } from './definitions/useChangeText.ts'
import { useDefinitions } from './definitions/useDefinitions.ts'
import { type Act, look } from './paletteActs.tsx'

/** What lies inside the pages: stages with who stands there, parts of the definitions, fields. For who asks by a word. */
export function useParts(isAsked: boolean): Act[] {
  const { can } = useAccess()
  const stages = useStages()
  const definitions = useDefinitionParts()
  const fields = useFields(isAsked)
  return [
    ...(can('contacts.read') ? stages : []),
    ...(can('definitions.read') ? definitions : []),
    ...(can('contacts.read') ? fields : []),
  ]
}

const useMainStages = () => useDefinitions().data?.funnels[0]?.lifecycle.stages ?? []

/** Found by the stage's name too, which is not always the beginning of its plural. */
function useStages(): Act[] {
  const { t } = useTranslation()
  const plural = useStagePlural()
  const name = useDraftStageName()
  return useMainStages().map(stage => ({
    under: t('app.navigation.people'),
    label: plural(stage.key),
    to: contactsWhere({ is: 'stage', anyOf: [stage.key] }),
    icon: <IconUsers {...look} />,
    also: name(stage),
  }))
}

function useDefinitionParts(): Act[] {
  const { t } = useTranslation()
  const name = useDraftStageName()
  const parts = [
    ...useMainStages().map(stage => ({ said: name(stage), to: `/definitions#${stage.key}` })),
    { said: t('definitions.score'), to: '/definitions#score' },
    { said: t('frameworks.open'), to: '/definitions#qualification' },
    { said: t('scoreSetUp.title'), to: '/definitions/score' },
    { said: t('frameworks.title'), to: '/definitions/frameworks' },
    { said: t('preview.title'), to: '/definitions/preview' },
    { said: t('past.title'), to: '/definitions/past' },
    { said: t('draft.versions'), to: '/definitions/versions' },
  ]
  return parts.map(({ said, to }) => ({
    under: t('app.navigation.definitions'),
    label: said,
    to,
    icon: <IconBook2 {...look} />,
  }))
}

function useFields(isAsked: boolean): Act[] {
  const { t } = useTranslation()
  const own = useOwnWords()
  const fields = useQuery({ ...api.contacts.fields.queryOptions(), enabled: isAsked }).data ?? []
  return fields
    .filter(({ isCustom }) => isCustom)
    .map(({ label }) => ({
      under: t('settings.sections.fields'),
      label: own(label) ?? '',
      to: '/settings/fields',
      icon: <IconForms {...look} />,
    }))
}
