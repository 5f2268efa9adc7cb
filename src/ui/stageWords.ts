import { type ComponentType, createContext, useCallback, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { stageKey } from './stages.ts'

/** What this workspace says of its stages; handed in from above, where the definitions are known. */
export type StageWords = {
  /** Its own name for a stage; undefined where it keeps the dictionary's. */
  nameOf(stage: string): string | undefined
  /** What a stage means here, to be read in a small window. */
  Meaning?: ComponentType<{ stage: string }>
}

export const StageWordsContext = createContext<StageWords>({ nameOf: () => undefined })

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

/** The word for those in a stage: “Prospectos”; its own name where the workspace has one, which nobody has put in the plural. */
export function useStagePlural(): (stage: string) => string {
  const { t } = useTranslation()
  const { nameOf } = useContext(StageWordsContext)
  return stage => nameOf(stage) || t(`words.stagesPlural.${stageKey(stage) ?? 'none'}`)
}
