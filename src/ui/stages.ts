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

/** A CSS colour of a stage that a workspace made, from the name of its colour. */
export function ownStageColour(color: string, part: 'fill' | 'ink' | 'wash'): string {
  const shade = (step: number) => `var(--mantine-color-${color}-${step})`
  if (part === 'fill') return shade(6)
  if (part === 'ink') return `light-dark(color-mix(in srgb, ${shade(9)} 80%, black), ${shade(2)})`
  return `light-dark(${shade(0)}, color-mix(in srgb, ${shade(9)} 35%, black))`
}

export const temperatureColour = (key: TemperatureKey, part: 'fill' | 'ink'): string =>
  `var(--temperature-${key}-${part})`
