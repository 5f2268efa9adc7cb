/** The same whatever the order of keys: a draft comes back from the database in another. */
export function alike(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [here, there] = [known(one), known(other)]
  return here.length === there.length && here.every(([key, value]) => alike(value, (other as Given)[key]))
}

type Given = Record<string, unknown>

const known = (value: object) => Object.entries(value).filter(([, each]) => each !== undefined)
