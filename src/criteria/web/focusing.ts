/** The row that has the focus, by its id. */
export const focusedRow = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row

/** Gives the focus back to a row that was drawn elsewhere, or to the editor if it is no more. */
export function refocus(id: string | undefined, editor: HTMLElement | null) {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body && editor?.contains(document.activeElement)) return
    const handle = editor?.querySelector<HTMLElement>(`[data-row="${id}"] > [data-handle]`)
    ;(handle ?? editor)?.focus()
  })
}
