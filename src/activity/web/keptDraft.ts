import { useSessionStorage } from '@mantine/hooks'
import { useAccess } from '../../ui/access.ts'
import { type Draft, isWritten, newDraft } from './logEntry.ts'

/** What somebody has half written about a contact: theirs alone, through reloads and other pages, until the window is closed. */
export function useKeptDraft(contactId: string): [Draft | undefined, (draft: Draft | undefined) => void] {
  const { user, workspace } = useAccess()
  const [draft, setDraft] = useSessionStorage<Draft | null>({
    key: `embudo.draft.${workspace.id}.${user.id}.${contactId}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  })
  const known = draft && isDraft(draft) ? draft : undefined
  return [known, draft => setDraft(draft && isWritten(draft) ? draft : null)]
}

/** An older version of the program may have kept it. */
const isDraft = (kept: Draft): boolean => Object.keys(newDraft('call', '')).every(key => key in kept)
