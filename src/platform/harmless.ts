// What begins a formula, full-width signs included, also after blanks and marks that cannot be seen; or a tab or line break, behind which one hides.
const risky = /^[\s\u200b\u2060]*[=+\-@＝＋－＠]|^[\t\r\n]/
const telephones = /^\+\d[\d ().-]*(;ext=\d+)?(; \+\d[\d ().-]*(;ext=\d+)?)*$/
const number = /^-?\d+([.,]\d+)?$/

/** A cell of a CSV file that no spreadsheet runs as a formula: an apostrophe keeps it a text. Telephones (+34 600…) and numbers stay as they are. */
export const harmless = (cell: string): string =>
  risky.test(cell) && !telephones.test(cell) && !number.test(cell) ? `'${cell}` : cell

/** The cell as it was before `harmless`, or before somebody typed the apostrophe. */
export const withoutApostrophe = (cell: string): string =>
  cell.startsWith("'") && risky.test(cell.slice(1)) ? cell.slice(1).trim() : cell
