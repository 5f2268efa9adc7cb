import i18next from 'i18next'
import { expect, test } from 'vitest'
import { deedTexts } from '../activity/deeds.ts'
import { activityTexts } from '../activity/texts.ts'
import { contactsTexts } from '../contacts/texts.ts'
import { uiTexts } from '../ui/texts.ts'
import type { Criteria } from './criteria.ts'
import { type Say, sentence } from './sentence.ts'
import { criteriaTexts } from './texts.ts'

const dictionary = i18next.createInstance()
await dictionary.init({ interpolation: { escapeValue: false } })
for (const locale of ['es', 'en'] as const)
  for (const part of [contactsTexts, activityTexts, deedTexts, criteriaTexts, uiTexts])
    dictionary.addResourceBundle(locale, 'translation', part[locale], true)

const say = (locale: 'es' | 'en') => dictionary.getFixedT(locale) as unknown as Say

const sentences: [Criteria, string, string][] = [
  [{ field: 'sector', op: 'is', value: 'Educación' }, 'su sector es Educación', 'the sector is Educación'],
  [
    { not: { field: 'sector', op: 'isAnyOf', value: ['Banca', 'Seguros'] } },
    'no consta que su sector sea Banca o Seguros',
    'the sector is not known to be Banca or Seguros',
  ],
  [
    { field: 'employees', op: 'atLeast', value: 10_000 },
    'su número de empleados es de al menos 10.000',
    'the number of employees is at least 10,000',
  ],
  [{ field: 'email', op: 'isUnknown' }, 'no se conoce su correo', 'the email is not known'],
  [
    { field: 'decisionRole', op: 'is', value: 'decides' },
    'su papel en la compra es decidir',
    'the buying role is to decide',
  ],
  [
    { field: 'createdAt', op: 'olderThanDays', value: 30 },
    'su fecha de alta es de hace al menos 30 días',
    'the date of entry is at least 30 days ago',
  ],
  [
    { field: 'custom.fecha_de_firma', op: 'before', value: '2026-03-01' },
    'su fecha de firma es anterior al 1 de marzo de 2026',
    'the fecha de firma is before March 1, 2026',
  ],
  [{ did: ['demo_requested'] }, 'ha pedido una demostración', 'has asked for a demonstration'],
  [{ not: { did: ['subscribed'] } }, 'no se ha suscrito', 'has not subscribed'],
  [
    { did: ['demo_requested', 'trial_requested'], atMost: 0, withinDays: 30 },
    'no ha pedido una demostración y no ha pedido una prueba en los últimos 30 días',
    'has not asked for a demonstration and has not asked for a trial in the last 30 days',
  ],
  [
    { did: ['file_downloaded'], atLeast: 3, withinDays: 90, notWithinDays: 7 },
    'ha descargado un archivo al menos 3 veces en los últimos 90 días pero no en los últimos 7 días',
    'has downloaded a file at least 3 times in the last 90 days but not in the last 7 days',
  ],
  [
    { not: { did: ['call'], atLeast: 3 } },
    'ha hablado con nosotros por teléfono 2 veces como mucho',
    'has spoken with us on the phone 2 times at most',
  ],
  [
    { did: ['call'], atLeast: 2, atMost: 2 },
    'ha hablado con nosotros por teléfono exactamente 2 veces',
    'has spoken with us on the phone exactly 2 times',
  ],
  [
    { did: { weightAtLeast: 2 }, direction: ['in'], withinDays: 180 },
    'ha mostrado un interés claro por su parte en los últimos 180 días',
    'has shown clear interest on their part in the last 180 days',
  ],
  [
    { did: 'anything', direction: ['two'] },
    'ha dado alguna señal en una conversación',
    'has given some signal in a conversation',
  ],
  [
    {
      did: ['purchase'],
      where: [{ property: 'amount', op: 'atLeast', value: 500 }],
      from: '2026-01-01T00:00:00Z',
    },
    'ha comprado con importe de al menos 500 desde el 1 de enero de 2026',
    'has bought with amount of at least 500 since January 1, 2026',
  ],
  [
    { did: ['purchase'], minus: { did: ['refund'] } },
    'ha comprado más veces de las que ha recibido una devolución',
    'has bought more often than it has been refunded',
  ],
  [
    { is: 'stage', anyOf: ['lead', 'potential_customer'] },
    'está en la etapa lead o cliente potencial',
    'is in the stage lead or potential customer',
  ],
  [{ not: { is: 'role', anyOf: ['competitor'] } }, 'no es competidor', 'is not competitor'],
  [
    { is: 'temperature', anyOf: ['hot'], funnel: 'cursos' },
    'está caliente del embudo «cursos»',
    'is hot of the funnel “cursos”',
  ],
  [{ is: 'tag', anyOf: ['Feria 2026'] }, 'tiene la etiqueta «Feria 2026»', 'has the tag «Feria 2026»'],
  [
    { score: 'fit', atLeast: 50 },
    'su encaje es de al menos 50 sobre 100',
    'the fit is at least 50 out of 100',
  ],
  [
    { not: { score: 'total', atLeast: 40, atMost: 69 } },
    'su puntuación no está entre 40 y 69 sobre 100',
    'the score is not between 40 and 69 out of 100',
  ],
  [
    { all: [{ is: 'role', anyOf: ['customer'] }, { any: [{ did: ['call'] }, { did: ['meeting'] }] }] },
    'es cliente y (ha hablado con nosotros por teléfono o se ha reunido con nosotros)',
    'is customer and (has spoken with us on the phone or has met with us)',
  ],
  [
    { not: { any: [{ did: ['call'] }, { is: 'role', anyOf: ['employee'] }] } },
    'no ha hablado con nosotros por teléfono y no es empleado',
    'has not spoken with us on the phone and is not employee',
  ],
  [
    { atLeast: 2, of: [{ did: ['call'] }, { did: ['meeting'] }, { did: ['chat'] }] },
    'se cumplen al menos 2 de estas 3 condiciones: ha hablado con nosotros por teléfono; se ha reunido con nosotros; ha escrito en el chat',
    'at least 2 of these 3 conditions hold: has spoken with us on the phone; has met with us; has written in the chat',
  ],
  [
    { company: { field: 'sector', op: 'is', value: 'Banca' } },
    'su organización cumple que su sector es Banca',
    'works at an organisation of which the sector is Banca',
  ],
  [
    { not: { people: { did: ['call'] }, atLeast: 2 } },
    'menos de 2 personas suyas cumplen que ha hablado con nosotros por teléfono',
    'has fewer than 2 people of whom has spoken with us on the phone',
  ],
  [{ all: [] }, 'es cualquier contacto', 'is any contact'],
]

test.each(sentences)('%j reads as a sentence in both languages', (rule, es, en) => {
  expect(sentence(rule, say('es'))).toBe(es)
  expect(sentence(rule, say('en'))).toBe(en)
})

test('every text that a sentence may need exists: no key shows through', () => {
  const operators = Object.keys(criteriaTexts.es.criteria.fact.no)
  for (const op of operators.map(each => each.replace(/_(one|other)$/, ''))) {
    const rule = { field: 'city', op, value: 1 } as unknown as Criteria
    for (const each of [rule, { not: rule }]) expect(sentence(each, say('en'))).not.toContain('criteria.')
  }
})

test('the words of the workspace are used where it has its own', () => {
  const names = { stage: () => 'Candidato', event: () => 'ha hecho un tour', field: () => 'Campus' }

  const rule: Criteria = {
    all: [
      { is: 'stage', anyOf: ['lead'] },
      { did: ['tour'] },
      { field: 'custom.x', op: 'is', value: 'Norte' },
    ],
  }

  expect(sentence(rule, say('es'), names)).toBe(
    'está en la etapa candidato, ha hecho un tour y su campus es Norte',
  )
})
