import {
  IconAddressBook,
  IconCircleCheck,
  IconCircleDashed,
  IconFlame,
  IconMessages,
  IconPlant2,
  IconSnowflake,
  IconSun,
  IconTargetArrow,
} from '@tabler/icons-react'

/** The five stages, in the order of the funnel. */
export const stageKeys = ['contact', 'lead', 'prospect', 'potential_customer', 'customer'] as const
export type StageKey = (typeof stageKeys)[number]

export const temperatureKeys = ['cold', 'warm', 'hot'] as const
export type TemperatureKey = (typeof temperatureKeys)[number]

const stageIcons = {
  contact: IconAddressBook,
  lead: IconPlant2,
  prospect: IconMessages,
  potential_customer: IconTargetArrow,
  customer: IconCircleCheck,
}

export const temperatureIcons = { cold: IconSnowflake, warm: IconSun, hot: IconFlame }

/** A stage is text in the contracts, and null for who is in no stage; what is unknown here is drawn as none. */
export const stageKey = (stage: string | null | undefined): StageKey | undefined =>
  stageKeys.find(key => key === stage)

export const stageIcon = (stage: StageKey | undefined) => (stage ? stageIcons[stage] : IconCircleDashed)

/** Those that a stage can have. Each has its shades in look.css. */
export const stageColours = ['gray', 'blue', 'indigo', 'teal', 'yellow', 'orange', 'red', 'grape'] as const

const usualColours = {
  ...{ contact: 'gray', lead: 'blue', prospect: 'indigo' },
  ...{ potential_customer: 'orange', customer: 'teal' },
}

/** The colour of a stage everybody knows, until the definitions are there to say theirs. */
export const usualColour = (stage: StageKey | undefined) => (stage ? usualColours[stage] : 'none')

/** A CSS colour from the name of a stage's colour, grey where it is not one of ours; what each part is for is in look.css. */
export const stageColour = (color: string, part: 'fill' | 'ink' | 'wash'): string =>
  `var(--stage-${color}-${part}, var(--stage-none-${part}))`

export const temperatureColour = (key: TemperatureKey, part: 'fill' | 'ink'): string =>
  `var(--temperature-${key}-${part})`
