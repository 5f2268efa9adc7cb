import { useLocalStorage } from '@mantine/hooks'
import { useCallback } from 'react'
import { useAccess } from '../../ui/access.ts'

export type Recent = { id: string; kind: string; name: string }

const kept = 6

/** The contacts opened last in this browser, newest first; each workspace has its own. */
export function useRecent() {
  const { workspace } = useAccess()
  const [recent, setRecent] = useLocalStorage<Recent[]>({
    key: `embudo.recent.${workspace.id}`,
    defaultValue: [],
  })
  const note = useCallback(
    (opened: Recent) =>
      setRecent(before => [opened, ...before.filter(({ id }) => id !== opened.id)].slice(0, kept)),
    [setRecent],
  )
  return { recent, note }
}
