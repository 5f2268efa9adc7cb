import { expect, test } from 'vitest'
import { byHowOften } from '../../ui/shortcuts.tsx'
import { type Act, answers, isPlace } from './paletteActs.tsx'

const act = (label: string, also?: string): Act => ({ label, also, to: '/', icon: null })

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

test('a part of a page is found by its own words, which those of the page may go with but do not replace', () => {
  const stage = { ...act('Prospectos', 'Prospecto'), under: 'Contactos' }
  expect(answers(stage, 'prospcto')).toBe(true)
  expect(answers(stage, 'contactos prosp')).toBe(true)
  expect(answers(stage, 'contactos')).toBe(false)
})

test('a page goes before the contacts found, what is begun or switched after them', () => {
  expect(isPlace(act('Contactos'))).toBe(true)
  expect(isPlace({ ...act('Nuevo contacto'), state: { adding: true } })).toBe(false)
  expect(isPlace({ ...act('Tema claro'), run: () => {} })).toBe(false)
})

test('on a contact what one does often comes first and what one seldom does last', () => {
  const offered = byHowOften([
    { label: 'Merge', done: 'seldom' },
    { label: 'Assign' },
    { label: 'Log a call', done: 'often' },
  ])
  expect(offered.map(({ label }) => label)).toEqual(['Log a call', 'Assign', 'Merge'])
})
