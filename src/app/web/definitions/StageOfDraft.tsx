import { StageBadge } from '../../../ui/StageBadge.tsx'
import { useDraftStageName } from './useChangeText.ts'
import { useSavedDraft } from './useDraft.ts'

/** A stage by the name that it has in the draft, or in what is in force where the draft does not have it. */
export function StageOfDraft({ stage, size }: { stage: string | null; size?: 'sm' }) {
  const name = useDraftStageName()
  const found = useSavedDraft()?.draft?.lifecycle.stages.find(({ key }) => key === stage)
  return <StageBadge stage={stage} size={size} name={found && name(found)} color={found?.color} />
}
