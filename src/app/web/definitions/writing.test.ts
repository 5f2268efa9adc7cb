import { expect, test } from 'vitest'
import { readyMadeSets } from '../../../lifecycle/readyMade.ts'
import { changeLifecycle, changeScore } from './changing.ts'
import { changed, type Kept, madeAgain, nothingWritten, refused, saved, seen, undone } from './writing.ts'

const definitions = readyMadeSets.education()
const kept: Kept = { definitions, revision: 4 }
const hotter = changeScore({ hotFrom: 90 })
const everyone = changeLifecycle({ contactMeans: 'not_customers' })

test('undo goes back step by step, whether or not a step was saved meanwhile', () => {
  const first = changed(nothingWritten, kept, hotter)
  const afterSave = saved(first, first, 5)
  const second = changed(afterSave, { definitions: hotter(definitions), revision: 5 }, everyone)

  const back = undone(undone(second))

  expect(afterSave).toMatchObject({ own: undefined, revision: 5 })
  expect(undone(second).own).toEqual(hotter(definitions))
  expect(back).toMatchObject({ own: definitions, past: [] })
})

test('once a colleague has saved there is nothing to undo: it would take their changes back', () => {
  const mine = changed(nothingWritten, kept, hotter)
  const afterSave = saved(mine, mine, 5)

  expect(seen(afterSave, 5).past).toHaveLength(1)
  expect(undone(seen(afterSave, 6))).toMatchObject({ own: undefined, past: [] })
})

test('what is being written keeps the revision that it was written from, so that a save over a colleague’s is refused', () => {
  const mine = changed(nothingWritten, kept, hotter)

  const more = changed(
    mine,
    { definitions: everyone(definitions), revision: 5 },
    changeScore({ warmFrom: 7 }),
  )

  expect(more.revision).toBe(4)
})

test('what was refused is kept, and made again on what the colleague wrote', () => {
  const mine = refused(changed(nothingWritten, kept, hotter))
  expect(mine).toMatchObject({ own: undefined, past: [], setAside: [hotter] })

  const again = madeAgain(mine, { definitions: everyone(definitions), revision: 5 })

  expect(again).toMatchObject({ own: hotter(everyone(definitions)), revision: 5, setAside: [] })
  expect(undone(again).own).toEqual(everyone(definitions))
})
