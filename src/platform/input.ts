import { type Issue, Refusal } from './errors.ts'

const deepest = 100

/** Refuses what no field can hold: text that PostgreSQL cannot store, and nesting that would exhaust the stack. */
export function checkInput(input: unknown) {
  const issues: Issue[] = []
  let level: { value: unknown; path: Issue['path'] }[] = [{ value: input, path: [] }]

  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) throw new Refusal('bad', 'http.too_deep', { limit: deepest })
    issues.push(
      ...level.filter(({ value, path }) => !storable(value, path)).map(({ path }) => unstorable(path)),
    )
    level = level.flatMap(({ value, path }) =>
      below(value).map(([key, each]) => ({ value: each, path: [...path, key] })),
    )
  }
  if (issues.length > 0) throw new Refusal('bad', 'http.invalid', {}, issues.slice(0, 100))
}

const storable = (value: unknown, path: Issue['path']) => storableText(value) && storableText(path.at(-1))

const storableText = (value: unknown) =>
  typeof value !== 'string' || (value.isWellFormed() && !value.includes('\0'))

const unstorable = (path: Issue['path']): Issue => ({
  path: path.map(key => (typeof key === 'string' ? key.toWellFormed().replaceAll('\0', '\ufffd') : key)),
  code: 'http.unstorable_text',
})

function below(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return value.map((each, index) => [index, each])
  const nested =
    typeof value === 'object' && value !== null && !(value instanceof Blob) && !(value instanceof Date)
  return nested ? Object.entries(value) : []
}
