import { expect, test } from 'vitest'
import { say } from '../../test/say.ts'
import type { Criteria } from './criteria.ts'
import { sentence } from './sentence.ts'

const sectorA: Criteria = { field: 'sector', op: 'is', value: 'A' }
const tagged: Criteria = { is: 'tag', anyOf: ['y'] }

const sentences: [Criteria, string, string][] = [
  [
    { not: { company: { all: [sectorA, tagged] } } },
    'ninguna de sus organizaciones cumple todo esto: es del sector A y tiene la etiqueta «y»',
    'none of their organisations meets all of this: is in the A sector and has the tag “y”',
  ],
  [
    { not: { people: { all: [sectorA, tagged] } } },
    'ninguna de sus personas cumple todo esto: es del sector A y tiene la etiqueta «y»',
    'none of its people meets all of this: is in the A sector and has the tag “y”',
  ],
  [
    { not: { company: { any: [sectorA, tagged] } } },
    'ninguna de sus organizaciones es del sector A o tiene la etiqueta «y»',
    'none of their organisations is in the A sector or has the tag “y”',
  ],
  [
    { company: { all: [sectorA, tagged] } },
    'su organización es del sector A y tiene la etiqueta «y»',
    'their organisation is in the A sector and has the tag “y”',
  ],
  [
    { all: [{ company: sectorA }, tagged] },
    '(su organización es del sector A) y tiene la etiqueta «y»',
    '(their organisation is in the A sector) and has the tag “y”',
  ],
  [
    { all: [tagged, { company: sectorA }, { people: sectorA }] },
    'tiene la etiqueta «y», (su organización es del sector A) y alguna de sus personas es del sector A',
    'has the tag “y”, (their organisation is in the A sector) and one of its people is in the A sector',
  ],
  [
    { all: [tagged, { is: 'stage', anyOf: ['none', 'lead'] }] },
    'tiene la etiqueta «y» y (no tiene etapa o está en la etapa lead)',
    'has the tag “y” and (has no stage or is in the lead stage)',
  ],
  [
    { all: [tagged, { not: { field: 'country', op: 'isNoneOf', value: ['España'] } }] },
    'tiene la etiqueta «y» y (está en España o no se sabe dónde)',
    'has the tag “y” and (is in España or in a country that we do not know)',
  ],
]

test.each(sentences)('%j says who must be what, and what belongs together', (rule, es, en) => {
  expect(sentence(rule, say('es'))).toBe(es)
  expect(sentence(rule, say('en'))).toBe(en)
})
