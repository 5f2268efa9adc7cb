/**
 * The number that a person wrote, with the marks of their language or of another: `1.250,50`, `1,250.50`, `1 250,5`, `1250`.
 * A single mark before three digits is a thousands mark where that is its sense in the language. Undefined when it is no number.
 */
export function readAmount(text: string, decimal: ',' | '.'): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f€$£]/g, '')
  if (!/^-?\d+(?:[.,]\d+)*$/.test(bare)) return undefined
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','))
  const mark = bare[last]
  if (mark === undefined) return Number(bare)
  const marks = bare.split(mark).length - 1
  const both = bare.includes('.') && bare.includes(',')
  const grouped = marks > 1 || (!both && mark !== decimal && bare.length - last - 1 === 3)
  const whole = (part: string) => part.replace(/[.,]/g, '')
  return Number(grouped ? whole(bare) : `${whole(bare.slice(0, last))}.${bare.slice(last + 1)}`)
}
