import { type Document, isCollection, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { type Issue, Refusal } from '../../platform/errors.ts'

type LineOf = (path: Issue['path']) => number

/** Reads a YAML file, with the line on which each of its parts stands. Refuses what is no YAML. */
export function readYaml(text: string): { value: unknown; lineOf: LineOf } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const [error] = document.errors
  if (error)
    throw new Refusal('bad', 'definition_file.unreadable', { line: lines.linePos(error.pos[0]).line })
  return { value: plain(document), lineOf: path => lineIn(document, lines, path) }
}

function plain(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch {
    throw new Refusal('bad', 'definition_file.not_ours')
  }
}

/** What the schema could not read, by its lines. */
export function misread(found: z.core.$ZodIssue[], lineOf: LineOf): Refusal {
  const issues = found.slice(0, 50).map((issue): Issue => {
    const deepest = nearest(issue)
    const unknown = deepest.code === 'unrecognized_keys' ? deepest.keys.slice(0, 1) : []
    const path = [...deepest.path.map(key => (typeof key === 'number' ? key : String(key))), ...unknown]
    return { path, code: 'definition_file.line', params: { line: lineOf(path), place: path.join('.') } }
  })
  return new Refusal('bad', 'definition_file.misread', { ...issues[0]?.params }, issues)
}

/** What was read and cannot be, by its lines: each says why in the words that it has everywhere. */
export function flawed(flaws: Issue[], lineOf: LineOf): Refusal {
  const issues = flaws.map(({ path, code, params }): Issue => {
    const where = { line: lineOf(path), place: path.join('.'), why: code }
    return { path, code: 'definition_file.flawed', params: { ...params, ...where } }
  })
  return new Refusal('bad', 'definition_file.flawed', { ...issues[0]?.params }, issues)
}

/** Of the alternatives of a union, the mistake that lies deepest: the one that the writer most likely made. */
function nearest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue
  const inner = issue.errors
    .flatMap(each => each.slice(0, 1))
    .filter(each => each.path.length > 0)
    .map(each => nearest({ ...each, path: [...issue.path, ...each.path] }))
    .sort((a, b) => b.path.length - a.path.length)
  return inner[0] ?? issue
}

/** The line of the place, or of the nearest thing around it that the file has. */
function lineIn(document: Document, lines: LineCounter, path: Issue['path']): number {
  for (let length = path.length; length > 0; length--) {
    const start = startOf(document, path.slice(0, length))
    if (start !== undefined) return lines.linePos(start).line
  }
  return 1
}

function startOf(document: Document, path: Issue['path']): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (!isCollection(parent)) return undefined
  const key = path.at(-1)
  if (!isMap(parent)) return rangeOf(parent.get(key, true))
  return rangeOf(parent.items.find(pair => (isScalar(pair.key) ? pair.key.value : pair.key) === key)?.key)
}

const rangeOf = (node: unknown) => (isNode(node) ? node.range?.[0] : undefined)
