import { type Issue, Refusal } from './errors.ts'

const deepest = 100
/** Keys of a path that say where something is too deep. */
const named = 3

/** Refuses what no field can hold: text that PostgreSQL cannot store, and nesting that would exhaust the stack. */
export function checkInput(input: unknown) {
  const issues: Issue[] = []
  let level: { value: unknown; path: Issue['path'] }[] = [{ value: input, path: [] }]

  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) throw tooDeep(level[0]?.path ?? [])
    issues.push(
      ...level.filter(({ value, path }) => !storable(value, path)).map(({ path }) => unstorable(path)),
    )
    level = level.flatMap(({ value, path }) =>
      below(value).map(([key, each]) => ({ value: each, path: [...path, key] })),
    )
  }
  if (issues.length > 0) throw new Refusal('bad', 'http.invalid', {}, issues.slice(0, 100))
}

function tooDeep(path: Issue['path']): Refusal {
  const said = { code: 'http.too_deep', params: { limit: deepest } }
  return new Refusal('bad', said.code, said.params, [{ ...said, path: path.slice(0, named) }])
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
