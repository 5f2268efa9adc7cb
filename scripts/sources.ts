import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync } from 'vite'

export const root = join(import.meta.dirname, '..')

/** A part of the syntax tree: its kind, and where it starts and ends in characters. */
export type Node = { type: string; start: number; end: number; [key: string]: unknown }

export type Source = {
  /** From the project's folder: `src/contacts/contacts.ts`. */
  path: string
  text: string
  program: Node
  comments: { start: number; end: number; type: string }[]
}

/** Every source of the given folders, parsed; what the program generates is left out. */
export function sources(folders: string[]): Source[] {
  const files = globSync(
    folders.map(folder => `${folder}/**/*.{ts,tsx}`),
    { cwd: root },
  ).sort()
  return files.filter(path => path !== 'src/platform/schema.ts').map(parsed)
}

function parsed(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  const { program, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  return { path, text, program: program as unknown as Node, comments }
}

/** Every part of the tree, outer before inner. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node
  for (const value of Object.values(node)) {
    for (const each of Array.isArray(value) ? value : [value]) if (isNode(each)) yield* nodesOf(each)
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

export const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.startsWith('test/')

/** What a file imports: the specifier as written, and the project's file when it is one of ours. Types alone count too. */
export function importsOf({
  path,
  program,
}: Source): { specifier: string; file?: string; typeOnly: boolean }[] {
  return [...nodesOf(program)].flatMap(node => {
    const source = node.source as Node | null | undefined
    const isImport = /^(Import|Export(Named|All))Declaration$|^ImportExpression$/.test(node.type)
    if (!isImport || typeof source?.value !== 'string') return []
    const specifier = source.value
    const file = specifier.startsWith('.') ? join(dirname(path), specifier) : undefined
    return [{ specifier, file, typeOnly: node.importKind === 'type' || node.exportKind === 'type' }]
  })
}
