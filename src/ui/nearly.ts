/** Whether a word begins with what was typed, but for one slip of the fingers from five letters on. */
export function nearlyBegins(word: string, typed: string): boolean {
  if (word.startsWith(typed)) return true
  if (typed.length < 5 || word[0] !== typed[0]) return false
  const heads = [-1, 0, 1].map(more => word.slice(0, typed.length + more))
  return heads.some(head => distance(head, typed) <= 1)
}

/** Letters changed, added, left out or swapped with the next. */
function distance(one: string, other: string): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, index) => index)]
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1]
      const isSwapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const plain = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (isSame ? 0 : 1))
      row.push(isSwapped ? Math.min(plain, at(i - 2, j - 2) + 1) : plain)
    }
  }
  return at(one.length, other.length)
}
