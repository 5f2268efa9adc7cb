/** What a spreadsheet would run as a formula, full-width signs included. */
const risky = /^\s*[=+\-@\t\r＝＋－＠]/
const telephone = /^\+\d[\d\s().-]*(;ext=\d+)?$/
const number = /^-?\d+(\.\d+)?$/

/** A cell of a CSV file that no spreadsheet takes for a formula; telephones such as +34 600… and numbers stay as they are. */
export function safeCell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value)
  if (!risky.test(text) || telephone.test(text) || number.test(text)) return text
  return `'${text}`
}
