import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { texts } from './texts.ts'

const root = join(import.meta.dirname, '..')

test('no screen says anything that is not in the dictionaries', async () => {
  const said = (await screens()).flatMap(({ file, nodes }) =>
    nodes.flatMap(wordsOf).map(words => `${file}: ${words}`),
  )

  expect(said).toEqual([])
})

test('Spanish and English have the same keys, and no text is empty', () => {
  const [es, en] = [flat(texts.es), flat(texts.en)]

  expect(Object.keys(en).sort()).toEqual(Object.keys(es).sort())
  expect(Object.entries({ ...es, ...en }).filter(([, text]) => !text.trim())).toEqual([])
})

test('both languages insert the same values in each text', () => {
  const [es, en] = [flat(texts.es), flat(texts.en)]
  const insertedIn = (text = '') => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort()

  // English puts “not” inside the verb and says “has” once, so its texts take the verb apart.
  const apart = ['not', 'also', 'minus', 'moreThan'].map(key => `criteria.deed.${key}`)

  const different = Object.keys(es)
    .filter(key => !apart.includes(key))
    .filter(key => `${insertedIn(es[key])}` !== `${insertedIn(en[key])}`)

  expect(different).toEqual([])
})

test('every key that a screen or an error names exists', async () => {
  const keys = Object.keys(flat(texts.es))
  const known = new Set([...keys, ...keys.map(key => key.replace(/_(one|other|many)$/, ''))])
  const used = (await sources()).flatMap(({ file, text }) =>
    [...text.matchAll(/\bt\(\s*'([\w.]+)'|new Refusal\(\s*'\w+',\s*'([\w.]+)'/g)].map(([, key, code]) => ({
      file,
      key: key ?? `errors.${code}`,
    })),
  )

  const missing = used.filter(({ key }) => !known.has(key)).map(({ file, key }) => `${file}: ${key}`)

  expect(used.length).toBeGreaterThan(100)
  expect(missing).toEqual([])
})

type Node = { type: string; [key: string]: unknown }

async function sources() {
  const found: { file: string; text: string }[] = []
  for await (const file of glob('**/*.{ts,tsx}', { cwd: root })) {
    if (!/\.test\.tsx?$/.test(file)) found.push({ file, text: await readFile(join(root, file), 'utf8') })
  }
  return found
}

const screens = async () =>
  (await sources())
    .filter(({ file }) => file.endsWith('.tsx'))
    .map(({ file, text }) => ({ file, nodes: nodesOf(parseSync(file, text).program) }))

function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf)
  if (typeof value !== 'object' || value === null) return []
  const below = Object.values(value).flatMap(nodesOf)
  return 'type' in value ? [value as Node, ...below] : below
}

const spoken = /^(aria-label|aria-description|alt|title|label|placeholder|description|about)$/

/** What a node would say to a person by itself: text between tags, or in an attribute that is read out. */
function wordsOf(node: Node): string[] {
  if (node.type === 'JSXText') return worded(node.value)
  if (node.type === 'JSXElement' || node.type === 'JSXFragment')
    return (node.children as Node[]).filter(isContainer).flatMap(literals)
  if (node.type !== 'JSXAttribute') return []
  const { name, value } = node as unknown as { name: { name: string }; value: Node | null }
  return value && spoken.test(name.name) ? literals(value) : []
}

const isContainer = (node: Node) => node.type === 'JSXExpressionContainer'

/** Texts that an expression may turn into, whichever way its conditions fall. */
function literals(node: Node): string[] {
  const { expression, consequent, alternate, right } = node as unknown as Record<string, Node | undefined>
  if (node.type === 'Literal') return worded(node.value)
  if (node.type === 'TemplateLiteral')
    return (node.quasis as { value: { cooked: string } }[]).flatMap(each => worded(each.value.cooked))
  if (isContainer(node) && expression) return literals(expression)
  if (node.type === 'ConditionalExpression' && consequent && alternate)
    return [consequent, alternate].flatMap(literals)
  return node.type === 'LogicalExpression' && right ? literals(right) : []
}

const worded = (text: unknown) => (typeof text === 'string' && /\p{L}{2,}/u.test(text) ? [text.trim()] : [])

function flat(tree: object, path = ''): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(tree).map(([key, value]) =>
      typeof value === 'string' ? { [path + key]: value } : flat(value, `${path}${key}.`),
    ),
  )
}
