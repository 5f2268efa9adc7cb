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

/** A CSS colour of the stage; what each part is for is in look.css. */
export const stageColour = (stage: StageKey | undefined, part: 'fill' | 'ink' | 'wash'): string =>
  `var(--stage-${stage ?? 'none'}-${part})`

export const temperatureColour = (key: TemperatureKey, part: 'fill' | 'ink'): string =>
  `var(--temperature-${key}-${part})`
