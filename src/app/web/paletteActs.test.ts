import { expect, test } from 'vitest'
import { byHowOften } from '../../ui/shortcuts.tsx'
import { answers } from './paletteActs.tsx'

const act = (label: string, also?: string) => ({ label, also, to: '/', icon: null })

test('an act is found by the beginnings of its words, in any order and without accents', () => {
  const keys = act('Ajustes: Claves de API')
  expect(answers(keys, 'ajustes clav')).toBe(true)
  expect(answers(keys, 'api')).toBe(true)
  expect(answers(keys, 'clientes')).toBe(false)
  expect(answers(act('Tema oscuro', 'modo dark'), 'tema osc')).toBe(true)
  expect(answers(act('Tema oscuro', 'modo dark'), 'dark')).toBe(true)
  expect(answers(act('Definiciones'), '')).toBe(true)
})

test('on a contact what one does often comes first and what one seldom does last', () => {
  const offered = byHowOften([
    { label: 'Merge', done: 'seldom' },
    { label: 'Assign' },
    { label: 'Log a call', done: 'often' },
  ])
  expect(offered.map(({ label }) => label)).toEqual(['Log a call', 'Assign', 'Merge'])
})
