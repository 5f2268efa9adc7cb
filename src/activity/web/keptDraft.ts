import { useSessionStorage } from '@mantine/hooks'
import { useAccess } from '../../ui/access.ts'
import { type Draft, isWritten } from './logEntry.ts'

/** What somebody has half written about a contact: theirs alone, through reloads and other pages, until the window is closed. */
export function useKeptDraft(contactId: string): [Draft | undefined, (draft: Draft | undefined) => void] {
  const { user, workspace } = useAccess()
  const [draft, setDraft] = useSessionStorage<Draft | null>({
    key: `embudo.draft.${workspace.id}.${user.id}.${contactId}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  })
  return [draft ?? undefined, draft => setDraft(draft && isWritten(draft) ? draft : null)]
}
