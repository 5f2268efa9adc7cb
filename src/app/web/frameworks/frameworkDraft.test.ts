import { expect, test } from 'vitest'
import { blankDraft, frameworkOf, freshItem } from './frameworkDraft.ts'

test('a new question called like one that was once asked gets a key of its own, and none of its answers', () => {
  const asked = { es: 'Idioma del equipo', en: 'Language of the team' }
  const library = {
    readyMade: [],
    own: [],
    uses: [],
    questions: [{ key: 'idioma_del_equipo', name: asked, ask: asked }],
  }
  const item = { ...freshItem(), name: asked, ask: asked }

  const { items } = frameworkOf({ ...blankDraft, name: asked, items: [item] }, library)

  expect(items).toMatchObject([{ question: 'idioma_del_equipo_2', name: asked }])
})
