import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  stringify,
} from 'yaml'
import { z } from 'zod'
import { type Issue, Refusal } from '../platform/errors.ts'
import { scoreModelSchema } from '../scoring/model.ts'
import type { Definitions } from './definitionChanges.ts'
import { lifecycleSchema } from './model.ts'

/** The version of the file's own shape. One that is newer is refused: it may say what this program would leave out. */
const version = 1

const fileSchema = z.strictObject({
  embudo: z.literal(version),
  funnel: z.string().max(63).optional(),
  lifecycle: lifecycleSchema,
  score: scoreModelSchema,
})

/** The definitions of a funnel as one file, to be kept, compared and brought in elsewhere. Keys stand in the order of the schemas. */
export function toYaml(funnel: string, { lifecycle, score }: Definitions): string {
  const file = fileSchema.parse({ embudo: version, funnel, lifecycle, score })
  return stringify(file, { lineWidth: 0, aliasDuplicateObjects: false })
}

/** Reads such a file. Refuses one that is not one, and one of a newer version, naming the place by its line. */
export function fromYaml(text: string): Definitions {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const [error] = document.errors
  if (error) throw new Refusal('bad', 'lifecycle.yaml_unreadable', { line: lines.linePos(error.pos[0]).line })
  const value = plain(document)
  const said = typeof value === 'object' && value !== null && 'embudo' in value ? value.embudo : undefined
  if (typeof said !== 'number') throw new Refusal('bad', 'lifecycle.yaml_not_ours')
  const line = (path: Issue['path']) => lineOf(document, lines, path)
  if (said > version)
    throw new Refusal('bad', 'lifecycle.yaml_newer', {
      version: said,
      known: version,
      line: line(['embudo']),
    })
  const parsed = fileSchema.safeParse(value)
  if (!parsed.success) throw misread(parsed.error.issues, line)
  return { lifecycle: parsed.data.lifecycle, score: parsed.data.score }
}

function plain(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch {
    throw new Refusal('bad', 'lifecycle.yaml_not_ours')
  }
}

function misread(found: z.core.$ZodIssue[], line: (path: Issue['path']) => number) {
  const issues = found.slice(0, 50).map((issue): Issue => {
    const deepest = nearest(issue)
    const unknown = deepest.code === 'unrecognized_keys' ? deepest.keys.slice(0, 1) : []
    const path = [...deepest.path.map(key => (typeof key === 'number' ? key : String(key))), ...unknown]
    return { path, code: 'lifecycle.yaml_line', params: { line: line(path), place: path.join('.') } }
  })
  return new Refusal('bad', 'lifecycle.yaml_misread', { ...issues[0]?.params }, issues)
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
function lineOf(document: Document, lines: LineCounter, path: Issue['path']): number {
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
