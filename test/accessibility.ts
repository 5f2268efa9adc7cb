import axe from 'axe-core'
import type { Page } from 'playwright-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds against WCAG 2.2 AA on the page as it is now, one line each; transitions are waited for. */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(animation => animation.finished)))
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(async tags => {
    const runOnly = { type: 'tag' as const, values: tags }
    return (await window.axe.run(document, { runOnly, resultTypes: ['violations'] })).violations
  }, rules)
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}

/** What sticks out when the page is wider than the screen: on a phone nobody should have to scroll sideways. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement))
    const outside = [...document.querySelectorAll('body *')].filter(
      element => element.getBoundingClientRect().right > clientWidth + 1 && !scrolls(element.parentElement),
    )
    return [`${scrollWidth} px`, ...outside.map(element => element.outerHTML.slice(0, 160))].slice(0, 8)
  })

/** What is too small to point at: less than 24 by 24 pixels, links inside a sentence and what stands in its label aside. */
export const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isSmall = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      const { display, visibility, opacity } = getComputedStyle(element)
      const isShown = width > 1 && height > 1 && visibility !== 'hidden' && opacity !== '0'
      return (
        isShown &&
        display !== 'inline' &&
        !element.closest('label') &&
        Math.round(Math.min(width, height)) < 24
      )
    }
    const pointedAt = 'a[href], button, input, select, textarea, summary, [role=button], [role=menuitem]'
    return [...document.querySelectorAll(pointedAt)].filter(isSmall).map(each => each.outerHTML.slice(0, 160))
  })

declare global {
  interface Window {
    axe: typeof axe
  }
}
