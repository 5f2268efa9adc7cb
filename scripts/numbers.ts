// Prints the sizes that STYLE.md holds the code to, and fails when one is exceeded: `npm run numbers`.
import { isTest, type Node, nodesOf, type Source, sources } from './sources.ts'

type Sized = { name: string; lines: number }

const code = sources(['src', 'scripts']).filter(source => !isTest(source.path))
const everything = sources(['src', 'scripts', 'test'])

const functions = code.flatMap(functionsOf)
const files = everything.map(({ path, text }) => ({ name: path, lines: text.trimEnd().split('\n').length }))
const comments = shareOfComments(code)

const checks = [
  limit('lines of the middle function', quantile(functions, 0.5), 8),
  limit('lines of 90 % of functions', quantile(functions, 0.9), 25),
  limit('lines of the longest function', largest(functions), 60, above(functions, 60)),
  limit('lines of 90 % of files', quantile(files, 0.9), 200),
  limit('lines of the longest file', largest(files), 400, above(files, 400)),
  limit('% of lines that are comments, at most', comments, 5),
  limit('% of lines that are comments, at least', -comments, -2),
]
console.log(`${files.length} files, ${functions.length} functions`)
if (checks.includes(false)) process.exitCode = 1

function limit(what: string, found: number, allowed: number, over: string[] = []): boolean {
  const holds = found <= allowed
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}: ${Math.abs(found)} (${Math.abs(allowed)})`)
  for (const each of over) console.log(`       ${each}`)
  return holds
}

/** Functions with a body of statements or a name of their own; an arrow handed straight to a call is part of that call. */
function functionsOf(source: Source): Sized[] {
  const names = new Map<unknown, string>()
  const found: Sized[] = []
  for (const node of nodesOf(source.program)) {
    if (node.type === 'VariableDeclarator') names.set(node.init, nameOf(node.id))
    if (node.type === 'Property' || node.type === 'MethodDefinition') names.set(node.value, nameOf(node.key))
    const body = node.body as Node | undefined
    if (!/Function(Declaration|Expression)$/.test(node.type) || !body) continue
    if (body.type !== 'BlockStatement' && !names.has(node)) continue
    const name = names.get(node) ?? nameOf(node.id)
    found.push({
      name: `${source.path}: ${name}`,
      lines: source.text.slice(node.start, node.end).split('\n').length,
    })
  }
  return found
}

function nameOf(node: unknown): string {
  return String((node as { name?: string } | null)?.name ?? 'without a name')
}

function shareOfComments(from: Source[]): number {
  let all = 0
  let commented = 0
  for (const { text, comments } of from) {
    all += text.split('\n').filter(line => line.trim()).length
    for (const { start, end } of comments) commented += text.slice(start, end).split('\n').length
  }
  return Math.round((1000 * commented) / all) / 10
}

function quantile(sized: Sized[], share: number): number {
  const lines = sized.map(each => each.lines).sort((a, b) => a - b)
  return lines[Math.floor(share * (lines.length - 1))] ?? 0
}

function largest(sized: Sized[]): number {
  return Math.max(...sized.map(each => each.lines))
}

function above(sized: Sized[], most: number): string[] {
  return sized.filter(each => each.lines > most).map(({ name, lines }) => `${name}: ${lines}`)
}
