/** The row that holds an element, by its id. */
export const rowAround = (element: Element | null): string | undefined =>
  element?.closest<HTMLElement>('[data-row]')?.dataset.row

export const focusedRow = () => rowAround(document.activeElement)

/** Gives the focus back to a row that was drawn elsewhere, or to the editor if it is no more. */
export function refocus(id: string | undefined, editor: HTMLElement | null) {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body && editor?.contains(document.activeElement)) return
    const handle = editor?.querySelector<HTMLElement>(`[data-row="${id}"] > [data-handle]`)
    ;(handle ?? editor)?.focus()
  })
}
