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

test('an act is found in spite of a slip of the fingers, and not by another word', () => {
  expect(answers(act('Definiciones'), 'definisiones')).toBe(true)
  expect(answers(act('Ajustes: Miembros'), 'ajsutes')).toBe(true)
  expect(answers(act('Ajustes: Miembros'), 'ajsutes miem')).toBe(true)
  expect(answers(act('Contactos'), 'contratos')).toBe(false)
  expect(answers(act('Tema oscuro'), 'tena')).toBe(false)
})

test('on a contact what one does often comes first and what one seldom does last', () => {
  const offered = byHowOften([
    { label: 'Merge', done: 'seldom' },
    { label: 'Assign' },
    { label: 'Log a call', done: 'often' },
  ])
  expect(offered.map(({ label }) => label)).toEqual(['Log a call', 'Assign', 'Merge'])
})
