import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import {
  draggable,
  dropTargetForElements,
  type ElementDropTargetEventBasePayload,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useEffect, useRef, useState } from 'react'
import { type Editing, useEditing } from './editing.ts'
import { refocus } from './focusing.ts'
import { movedTo, type Target } from './moving.ts'

type Place = 'before' | 'after' | 'inside'

/** Whether the pointer's target is this very element and not one inside it. */
const isHere = ({ location, self }: ElementDropTargetEventBasePayload) =>
  location.current.dropTargets[0]?.element === self.element

/** A row that its handle drags, and beside which others are let go: above its middle before it, under it after it. */
export function useDraggedRow(id: string) {
  const { editor } = useEditing()
  const line = useRef<HTMLDivElement>(null)
  const handle = useRef<HTMLButtonElement>(null)
  const [isDragged, setDragged] = useState(false)
  const [place, setPlace] = useState<Place>()
  useEffect(() => {
    const element = line.current
    if (!element || !handle.current) return
    const show = (event: ElementDropTargetEventBasePayload) =>
      setPlace(isHere(event) ? (event.self.data.after ? 'after' : 'before') : undefined)
    const hide = () => setPlace(undefined)
    return combine(
      draggable({
        element,
        dragHandle: handle.current,
        getInitialData: () => ({ editor, id }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.editor === editor && !source.element.contains(element),
        getData: ({ input }) => ({ beside: id, after: isUnderMiddle(element, input.clientY) }),
        onDragEnter: show,
        onDrag: show,
        onDragLeave: hide,
        onDrop: hide,
      }),
    )
  }, [editor, id])
  return { line, handle, isDragged, place }
}

function isUnderMiddle(element: HTMLElement, y: number): boolean {
  const { top, height } = element.getBoundingClientRect()
  return y > top + height / 2
}

/** The rows of a group, among which one may be let go where there is none beside it. */
export function useDropGroup(id: string) {
  const { editor } = useEditing()
  const rows = useRef<HTMLDivElement>(null)
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const element = rows.current
    if (!element) return
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data.editor === editor && !source.element.contains(element),
      getData: () => ({ inside: id }),
      onDragEnter: event => setOver(isHere(event)),
      onDrag: event => setOver(isHere(event)),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    })
  }, [editor, id])
  return { rows, isOver }
}

export function useDrops({ editor, change }: Editing) {
  const act = useRef(change)
  act.current = change
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => source.data.editor === editor,
        onDrop: ({ source, location }) => {
          const target = location.current.dropTargets[0]?.data
          if (!target) return
          const id = String(source.data.id)
          const within = source.element.closest<HTMLElement>('[data-editor]')
          act.current(root => movedTo(root, id, target as Target))
          refocus(id, within)
        },
      }),
    [editor],
  )
}
