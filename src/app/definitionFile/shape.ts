import { stringify } from 'yaml'
import { z } from 'zod'
import { funnelName } from '../../lifecycle/contract.ts'
import {
  type Framework,
  frameworkSchema,
  isReadyMade,
  readyMadeFrameworks,
} from '../../lifecycle/frameworks.ts'
import { flawsOfFramework } from '../../lifecycle/lifecycle.ts'
import { lifecycleSchema } from '../../lifecycle/model.ts'
import { type Issue, Refusal } from '../../platform/errors.ts'
import { scoreModelSchema } from '../../scoring/model.ts'
import { flawed, misread, readYaml } from './yaml.ts'

/**
 * The version of the file's own shape. One that is newer is refused: it may say what this program would leave out. The first
 * held stages and score alone, and is read as a file that says nothing of the rest.
 */
const version = 2

const fileSchema = z.strictObject({
  embudo: z.literal([1, version]),
  funnel: z.string().max(63).optional(),
  /** Absent for one that is called by the dictionary's word. */
  name: funnelName.optional(),
  /** How the funnel qualifies: by the key of a framework, or written out when what is in force is neither. */
  framework: z.union([frameworkSchema.shape.key, frameworkSchema]).optional(),
  /** All those of the workspace's own. */
  frameworks: z.array(frameworkSchema).optional(),
  lifecycle: lifecycleSchema,
  score: scoreModelSchema,
})

type File = z.infer<typeof fileSchema>

/** What a file says, with the framework that it names written out. */
export type DefinitionFile = Pick<File, 'name' | 'lifecycle' | 'score'> & {
  framework?: Framework
  frameworks: Framework[]
}

/** The definitions as one file, to be kept, compared and brought in elsewhere. Keys stand in the order of the schemas. */
export function toYaml(file: Omit<File, 'embudo'>): string {
  return stringify(fileSchema.parse({ ...file, embudo: version }), {
    lineWidth: 0,
    aliasDuplicateObjects: false,
  })
}

/** Reads such a file. Refuses one that is not one, and one of a newer version, naming the place by its line. `own` is what the workspace has already. */
export function fromYaml(text: string, own: Framework[] = []): DefinitionFile {
  const { value, lineOf } = readYaml(text)
  const said = typeof value === 'object' && value !== null && 'embudo' in value ? value.embudo : undefined
  if (typeof said !== 'number') throw new Refusal('bad', 'definition_file.not_ours')
  if (said > version) {
    const where = { version: said, known: version, line: lineOf(['embudo']) }
    throw new Refusal('bad', 'definition_file.newer', where)
  }
  const parsed = fileSchema.safeParse(value)
  if (!parsed.success) throw misread(parsed.error.issues, lineOf)
  const { name, lifecycle, score, frameworks = [] } = parsed.data
  const known = [...frameworks, ...readyMadeFrameworks, ...own]
  const flaws = flawsIn(parsed.data, known)
  if (flaws.length) throw flawed(flaws, lineOf)
  return { name, lifecycle, score, frameworks, framework: meant(parsed.data.framework, known) }
}

const meant = (framework: File['framework'], known: Framework[]) =>
  typeof framework === 'string' ? known.find(({ key }) => key === framework) : framework

function flawsIn({ framework, frameworks = [] }: File, known: Framework[]): Issue[] {
  const own = frameworks.flatMap((each, place) =>
    [...flawsOfFramework(each), ...flawsAsOwn(each, place, frameworks)].map(flaw => ({
      ...flaw,
      path: ['frameworks', place, ...flaw.path],
    })),
  )
  if (framework && !meant(framework, known))
    own.push({
      path: ['framework'],
      code: 'definition_file.unknown_framework',
      params: { framework },
    })
  if (typeof framework !== 'object') return own
  return [
    ...own,
    ...flawsOfFramework(framework).map(flaw => ({ ...flaw, path: ['framework', ...flaw.path] })),
  ]
}

function flawsAsOwn({ key }: Framework, place: number, all: Framework[]): Issue[] {
  const isTwice = all.findIndex(each => each.key === key) < place
  return [
    ...(isReadyMade(key) ? [{ path: ['key'], code: 'qualification.ready_made' }] : []),
    ...(isTwice ? [{ path: ['key'], code: 'definition_file.twice', params: { framework: key } }] : []),
  ]
}
