/** The `ref` of a bar at the foot of a page (`data-bar`) that is not always as high: messages appear above it as it is. */
export function messagesAbove(bar: HTMLElement) {
  const { style } = document.documentElement
  const observer = new ResizeObserver(() => style.setProperty('--foot-bar', `${bar.offsetHeight}px`))
  observer.observe(bar)
  return () => {
    observer.disconnect()
    style.removeProperty('--foot-bar')
  }
}
