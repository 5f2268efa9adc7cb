import type { Flaw } from './rows.ts'

/** Shapes of row that cannot be trusted: their cells may stand under the wrong columns. */
export const refusingFlaws: ReadonlySet<Flaw> = new Set(['long', 'swallowed', 'nul'])
