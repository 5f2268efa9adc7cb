import { useEffect } from 'react'

type Undoable = { undo: () => void; change: unknown }

/** What on screen can be taken back, the newest at the end. */
const waiting: Undoable[] = []

/** Ctrl+Z takes back the last change, except inside a text, which has its own. Where there are several after one another, `change` tells them apart. */
export function useUndoKey(undo: (() => void) | undefined, change?: unknown) {
  useEffect(() => {
    if (!undo) return
    const mine = { undo, change }
    if (waiting.length === 0) document.addEventListener('keydown', pressed)
    waiting.push(mine)
    return () => {
      waiting.splice(waiting.indexOf(mine), 1)
      if (waiting.length === 0) document.removeEventListener('keydown', pressed)
    }
  }, [undo, change])
}

function pressed(event: KeyboardEvent) {
  const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'
  const inText = event.target instanceof HTMLElement && event.target.closest('input, textarea, [role=dialog]')
  if (!isUndo || inText || event.defaultPrevented) return
  event.preventDefault()
  waiting.at(-1)?.undo()
}
