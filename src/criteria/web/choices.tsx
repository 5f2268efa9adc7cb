import {
  type Icon,
  IconBan,
  IconBolt,
  IconBuilding,
  IconClipboardCheck,
  IconFilter2,
  IconHourglassEmpty,
  IconListDetails,
  IconParentheses,
  IconTag,
  IconTargetArrow,
  IconTemperature,
  IconUserCheck,
  IconUsers,
  IconUsersGroup,
  IconWaveSine,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { eventNames } from '../../activity/events.ts'
import type { Field } from '../../contacts/fields.ts'
import { useFieldTexts } from '../../contacts/web/parts.tsx'
import type { Criteria } from '../criteria.ts'
import { type About, useEditing } from './editing.ts'
import { type AskKind, asked, newFieldRule, newRule } from './rules.ts'
import { useSignalName } from './SignalsInput.tsx'

export type Choice = { key: string; label: string; icon: Icon; make: () => Criteria }
export type ChoiceGroup = { title: string; choices: Choice[] }

const icons = {
  stage: IconFilter2,
  stale: IconHourglassEmpty,
  temperature: IconTemperature,
  score: IconWaveSine,
  fit: IconTargetArrow,
  did: IconBolt,
  verdict: IconClipboardCheck,
  disqualified: IconBan,
  role: IconUserCheck,
  tag: IconTag,
  segment: IconUsersGroup,
}

const groups = {
  any: { any: [] },
  all: { all: [] },
  some: { atLeast: 2, of: [] },
  none: { not: { any: [] } },
} satisfies Record<string, Criteria>

export const askChoice = (kind: AskKind, label: string): Choice => ({
  key: kind,
  label,
  icon: icons[kind],
  make: () => newRule(kind),
})

export const factChoice = (field: Field, label: string): Choice => ({
  key: field.key,
  label,
  icon: IconListDetails,
  make: () => newFieldRule(field),
})

/** Everything that can be asked of those whom the rows are about, in the order of the menu. */
export function useChoices(about: About): ChoiceGroup[] {
  const { t } = useTranslation()
  const { catalogue } = useEditing()
  const { label } = useFieldTexts()
  const signal = useSignalName()
  const asks = asked(catalogue).map(kind => askChoice(kind, t(`filter.asks.${kind}`)))
  const answered = {
    key: 'answered',
    label: t('filter.asks.answered'),
    icon: IconClipboardCheck,
    make: () => ({ answered: 'budget' }),
  }
  const joins = (Object.keys(groups) as (keyof typeof groups)[]).map(join => ({
    key: `group.${join}`,
    label: t(`criteriaEditor.choices.${join}`),
    icon: IconParentheses,
    make: () => structuredClone(groups[join]) as Criteria,
  }))
  const facts = catalogue.fields
    .filter(field => isAsked(field, about))
    .map(field => factChoice(field, label(field)))
  const names = [...eventNames, ...(catalogue.signals ?? []).map(({ name }) => name)]
  const signals = names.map(name => ({
    key: `did.${name}`,
    label: signal(name),
    icon: IconBolt,
    make: () => ({ did: [name] }),
  }))
  return [
    { title: t('criteriaEditor.titles.asks'), choices: [...asks, answered] },
    { title: t('criteriaEditor.titles.groups'), choices: [...joins, ...useLinkedChoices(about)] },
    { title: t('filter.facts'), choices: facts },
    { title: t('criteriaEditor.titles.signals'), choices: signals },
  ]
}

/** Roles and tags are asked by questions of their own. */
const isAsked = ({ criteria, reach, appliesTo }: Field, about: About) =>
  criteria && !('array' in reach) && (about === 'contact' || appliesTo.includes(about))

function useLinkedChoices(about: About): Choice[] {
  const { t } = useTranslation()
  const company = {
    key: 'company',
    label: t('criteriaEditor.choices.company'),
    icon: IconBuilding,
    make: () => ({ company: { all: [] } }),
  }
  const people = {
    key: 'people',
    label: t('criteriaEditor.choices.people'),
    icon: IconUsers,
    make: () => ({ people: { all: [] } }),
  }
  return [...(about === 'organization' ? [] : [company]), ...(about === 'person' ? [] : [people])]
}
