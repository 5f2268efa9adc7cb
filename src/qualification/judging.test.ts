import fc from 'fast-check'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { answerTo, makeContact } from '../../test/history.ts'
import { soaked } from '../../test/soaked.ts'
import { readyMadeFrameworks } from '../lifecycle/frameworks.ts'
import { publishFramework } from '../lifecycle/lifecycle.ts'
import { judge, type States } from './judging.ts'
import { answer, assess } from './qualification.ts'

const { workspace } = useDatabase()
const everything = () => true
const [bant] = readyMadeFrameworks as [(typeof readyMadeFrameworks)[number]]
const states = (...each: [string, 'asked' | 'confirmed' | 'negative'][]): States => new Map(each)

test('three of the four of BANT qualify, unless who answers has no say', () => {
  const three = states(['budget', 'confirmed'], ['need', 'confirmed'], ['timing', 'confirmed'])

  expect(judge(bant, three, everything)).toMatchObject({ verdict: 'qualified', confirmed: 3 })
  expect(judge(bant, new Map([...three, ['authority', 'negative']]), everything)).toMatchObject({
    verdict: 'not_yet',
    reachable: false,
    against: ['authority'],
    next: undefined,
  })
})

test('of whom nothing is known is to be researched, and is asked first whether he decides', () => {
  expect(judge(bant, states(), everything)).toMatchObject({ verdict: 'research', next: 'authority' })
})

test('what was asked without an answer is asked again only after the others', () => {
  const asked = states(['budget', 'asked'], ['authority', 'confirmed'], ['need', 'confirmed'])

  expect(judge(bant, asked, everything).next).toBe('timing')
})

test('nothing more is asked when no answer can change the verdict', () => {
  const settled = states(['authority', 'confirmed'], ['budget', 'confirmed'], ['need', 'confirmed'])
  const lost = states(['budget', 'negative'], ['need', 'negative'])

  expect(judge(bant, settled, everything).next).toBeUndefined()
  expect(judge(bant, lost, everything)).toMatchObject({ reachable: false, next: undefined })
})

test('whatever the framework and the answers, the set is judged in SQL as each one is', async () => {
  const ctx = await workspace()
  const id = await makeContact(ctx, { kind: 'organization' })
  let version = 0
  const given = fc.constantFrom('asked' as const, 'confirmed' as const, 'negative' as const, null)
  const frameworks = readyMadeFrameworks.filter(({ key }) => key !== 'knowledge')

  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...frameworks),
      fc.array(given, { minLength: 8, maxLength: 8 }),
      async (framework, drawn) => {
        version = (await publishFramework(ctx, { framework, basedOn: version })).version
        const answers = framework.items.map(({ question }, place) => answerTo(question, drawn[place] ?? null))
        await answer(ctx, id, answers)
        await assess(ctx, [id])

        const [row] = await ctx.db.selectFrom('verdicts').select('verdict').execute()
        const known = answers.flatMap(({ question, state }) => (state ? [[question, state] as const] : []))
        expect(row?.verdict ?? 'research').toBe(judge(framework, new Map(known), everything).verdict)
      },
    ),
    { numRuns: soaked(25) },
  )
})
