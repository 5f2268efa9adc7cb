import type { KeyboardEvent } from 'react'

/** Escape, where no list or calendar is open that it closes first; Mantine's own windows tell by the same mark. */
export const isEscape = ({ key, target }: KeyboardEvent): boolean =>
  key === 'Escape' &&
  !(target instanceof Element && target.getAttribute('data-mantine-stop-propagation') === 'true')
