import { useEffect } from 'react'

/** Ctrl+Z takes back the last change, except inside a text, which has its own. */
export function useUndoKey(undo: (() => void) | undefined) {
  useEffect(() => {
    if (!undo) return
    const onKey = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'
      const inText =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, [role=dialog]')
      if (!isUndo || inText || event.defaultPrevented) return
      event.preventDefault()
      undo()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [undo])
}
