import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { StageWordsContext } from '../../../ui/stageWords.ts'
import { FunnelContext } from '../funnelInView.ts'
import { StageMeaning } from './StageMeaning.tsx'
import { useDefinitions } from './useDefinitions.ts'

type Props = { funnel?: string; children: ReactNode }

/** Lets what is below be about a funnel, the main one when none is named: its stages by their names and colours, and what they mean. */
export function InFunnel({ funnel, children }: Props) {
  const { i18n } = useTranslation()
  const funnels = useDefinitions().data?.funnels
  const other = funnels?.slice(1).find(({ key }) => key === funnel)
  const stages = (other ?? funnels?.[0])?.lifecycle.stages
  const locale = i18n.language === 'en' ? 'en' : 'es'
  const words = useMemo(
    () => ({
      nameOf: (stage: string) => stages?.find(({ key }) => key === stage)?.name?.[locale],
      pluralOf: (stage: string) => stages?.find(({ key }) => key === stage)?.plural?.[locale],
      colorOf: (stage: string) => stages?.find(({ key }) => key === stage)?.color,
      Meaning: stages && StageMeaning,
    }),
    [stages, locale],
  )
  return (
    <FunnelContext value={other?.key}>
      <StageWordsContext value={words}>{children}</StageWordsContext>
    </FunnelContext>
  )
}

/** The same for a whole screen, by `?funnel=` of its address. */
export function InAddressedFunnel({ children }: { children: ReactNode }) {
  const [params] = useSearchParams()
  return <InFunnel funnel={params.get('funnel') ?? undefined}>{children}</InFunnel>
}
