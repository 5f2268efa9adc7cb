import { type ComponentType, createContext, useCallback, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { stageColour, stageKey, usualColour } from './stages.ts'

/** What this workspace says of its stages; handed in from above, where the definitions are known. */
export type StageWords = {
  /** Its own name for a stage; undefined where it keeps the dictionary's. */
  nameOf(stage: string): string | undefined
  pluralOf?(stage: string): string | undefined
  colorOf?(stage: string): string | undefined
  /** What a stage means here, to be read in a small window. */
  Meaning?: ComponentType<{ stage: string }>
}

export const StageWordsContext = createContext<StageWords>({ nameOf: () => undefined })

/** The CSS colours of a stage; `color` where it is not the one in force. */
export function useStageColour(): (stage: string | null | undefined, part: Part, color?: string) => string {
  const { colorOf } = useContext(StageWordsContext)
  return (stage, part, color) =>
    stageColour(color ?? (stage && colorOf?.(stage)) ?? usualColour(stageKey(stage)), part)
}

type Part = Parameters<typeof stageColour>[1]

export const useStageMeaning = () => useContext(StageWordsContext).Meaning

/** The word for a stage: the workspace's own or the dictionary's. */
export function useStageName(): (stage: string | null | undefined) => string {
  const { t } = useTranslation()
  const { nameOf } = useContext(StageWordsContext)
  return useCallback(
    stage => (stage && nameOf(stage)) || t(`words.stages.${stageKey(stage) ?? 'none'}`),
    [t, nameOf],
  )
}

/** The word for those in a stage: “Prospectos”; where the workspace has a name of its own without a plural, that name. */
export function useStagePlural(): (stage: string) => string {
  const { t } = useTranslation()
  const { nameOf, pluralOf } = useContext(StageWordsContext)
  return stage => pluralOf?.(stage) || nameOf(stage) || t(`words.stagesPlural.${stageKey(stage) ?? 'none'}`)
}
