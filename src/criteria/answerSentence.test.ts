import { expect, test } from 'vitest'
import { say } from '../../test/say.ts'
import type { Criteria } from './criteria.ts'
import { sentence } from './sentence.ts'

const sentences: [Criteria, string, string][] = [
  [{ answered: 'budget' }, 'se ha confirmado el presupuesto', 'the answer about the budget is confirmed'],
  [
    { not: { answered: 'authority', state: ['negative'] } },
    'la respuesta sobre la autoridad para decidir no es negativa',
    'the answer about the authority to decide is not negative',
  ],
  [
    { answered: 'timing', state: ['asked'] },
    'falta la respuesta sobre el plazo, que ya se ha pedido',
    'the answer about the timeline was asked for and is awaited',
  ],
  [
    { not: { answered: 'need', state: ['unasked'] } },
    'se ha preguntado por la necesidad',
    'the question about the need has been asked',
  ],
  [
    { answered: 'need', state: ['confirmed', 'asked'] },
    'la respuesta sobre la necesidad es: confirmada o pendiente',
    'the answer about the need is: confirmed or awaited',
  ],
  [
    { company: { answered: 'budget', value: { op: 'atLeast', value: 5 } } },
    'su organización cumple esto: se ha confirmado el presupuesto (el valor es al menos 5)',
    'their organisation meets this: the answer about the budget is confirmed (the value is at least 5)',
  ],
  [
    { answered: 'team_language' },
    'se ha confirmado «team language»',
    'the answer about “team language” is confirmed',
  ],
  [
    { is: 'stale', anyOf: ['lead', 'prospect'] },
    'lleva demasiado tiempo en la etapa lead o prospecto',
    'has been too long in the lead or prospect stage',
  ],
  [
    { not: { is: 'stale', anyOf: ['any'], funnel: 'cursos' } },
    'no lleva demasiado tiempo en su etapa en el embudo «cursos»',
    'has not been too long in their stage in the funnel “cursos”',
  ],
  [
    { is: 'disqualified', anyOf: ['no_budget', 'Ya trabaja con mi primo'] },
    'se descartó por «Sin presupuesto» o «Ya trabaja con mi primo»',
    'was disqualified for “No budget” or “Ya trabaja con mi primo”',
  ],
  [
    { is: 'disqualified', anyOf: ['student'], from: '2026-06-01T00:00:00.000Z' },
    'se descartó por «Estudia o solo curiosea» desde el 1 de junio de 2026',
    'was disqualified for “Student or just curious” since 1 June 2026',
  ],
  [
    { is: 'fit', anyOf: ['enough'] },
    'llega al encaje mínimo para contactar',
    'has enough fit to be worth a contact',
  ],
  [
    { not: { is: 'fit', anyOf: ['enough'], funnel: 'cursos' } },
    'no llega al encaje mínimo para contactar en el embudo «cursos»',
    'does not have enough fit to be worth a contact in the funnel “cursos”',
  ],
  [{ is: 'verdict', anyOf: ['qualified'] }, 'está calificado', 'is qualified'],
  [{ not: { is: 'verdict', anyOf: ['disqualified'] } }, 'no está descartado', 'is not disqualified'],
]

test.each(sentences)('%j is said in both languages', (rule, es, en) => {
  expect(sentence(rule, say('es'))).toBe(es)
  expect(sentence(rule, say('en'))).toBe(en)
})
