/** A map from text to text that keeps a number in place of each key: a file of a million rows must not fill the memory. */
export class Seen extends Map<string, string> {
  readonly #values = new Map<number, string>()

  override get(key: string): string | undefined {
    return this.#values.get(hash(key))
  }

  override set(key: string, value: string): this {
    this.#values.set(hash(key), value)
    return this
  }

  override has(key: string): boolean {
    return this.#values.has(hash(key))
  }
}

/** 53 bits from two 32-bit rounds with different multipliers: among two million keys the odds of any collision are 1 in 4,000. */
function hash(text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}
