import { expect, test } from 'vitest'
import { say } from '../../test/say.ts'
import { directions, eventNames } from '../activity/events.ts'
import { bareOperators, type Criteria, listOperators, valueOperators } from './criteria.ts'
import { sentence } from './sentence.ts'

const sentences: [Criteria, string, string][] = [
  [
    { field: 'sector', op: 'is', value: 'Educación' },
    'es del sector Educación',
    'is in the Educación sector',
  ],
  [
    { not: { field: 'sector', op: 'isAnyOf', value: ['Banca', 'Seguros'] } },
    'no consta que sea del sector Banca ni Seguros',
    'is not known to be in the Banca or Seguros sector',
  ],
  [
    { field: 'employees', op: 'atLeast', value: 10000 },
    'tiene al menos 10.000 empleados',
    'has at least 10,000 employees',
  ],
  [{ field: 'email', op: 'isUnknown' }, 'no tiene correo', 'has no email address'],
  [{ field: 'decisionRole', op: 'is', value: 'decides' }, 'decide la compra', 'decides on the purchase'],
  [
    { field: 'createdAt', op: 'olderThanDays', value: 30 },
    'entró en la base hace al menos 30 días',
    'was added at least 30 days ago',
  ],
  [
    { field: 'custom.fecha_de_firma', op: 'before', value: '2026-03-01' },
    'fecha de firma: antes del 1 de marzo de 2026',
    'fecha de firma: before 1 March 2026',
  ],
  [{ did: ['demo_requested'] }, 'ha pedido una demostración', 'has asked for a demonstration'],
  [{ not: { did: ['subscribed'] } }, 'no se ha suscrito', 'has not subscribed'],
  [
    { did: ['demo_requested', 'trial_requested'], atMost: 0, withinDays: 30 },
    'no ha pedido una demostración ni ha pedido una prueba en los últimos 30 días',
    'has not asked for a demonstration or asked for a trial in the last 30 days',
  ],
  [
    { did: ['file_downloaded'], atLeast: 3, withinDays: 90, notWithinDays: 7 },
    'ha descargado un archivo al menos 3 veces en los últimos 90 días pero no en los últimos 7 días',
    'has downloaded a file at least 3 times in the last 90 days but not in the last 7 days',
  ],
  [
    { not: { did: ['call'], atLeast: 3 } },
    'ha hablado con nosotros por teléfono dos veces como mucho',
    'has spoken with us on the phone twice at most',
  ],
  [
    { did: ['call'], atLeast: 2, atMost: 2 },
    'ha hablado con nosotros por teléfono exactamente dos veces',
    'has spoken with us on the phone exactly twice',
  ],
  [
    { did: { weightAtLeast: 2 }, direction: ['in'], withinDays: 180 },
    'ha mostrado un interés claro por iniciativa propia en los últimos 180 días',
    'has shown clear interest of their own accord in the last 180 days',
  ],
  [{ did: 'anything', direction: ['two'] }, 'ha conversado con nosotros', 'has been in conversation with us'],
  [
    {
      did: ['purchase'],
      where: [{ property: 'amount', op: 'atLeast', value: 500 }],
      from: '2026-01-01T00:00:00Z',
    },
    'ha comprado por al menos 500 desde el 1 de enero de 2026',
    'has bought for at least 500 since 1 January 2026',
  ],
  [
    { did: ['purchase'], minus: { did: ['refund'] } },
    'tiene alguna compra sin devolver',
    'has a purchase not refunded',
  ],
  [
    { is: 'stage', anyOf: ['lead', 'potential_customer'] },
    'está en la etapa lead o cliente potencial',
    'is in the lead or potential customer stage',
  ],
  [
    { not: { is: 'role', anyOf: ['competitor'] } },
    'no consta que sea competidor',
    'is not known to be a competitor',
  ],
  [
    { is: 'temperature', anyOf: ['hot'], funnel: 'cursos' },
    'es un contacto caliente en el embudo «cursos»',
    'is hot in the funnel “cursos”',
  ],
  [{ is: 'tag', anyOf: ['Feria 2026'] }, 'tiene la etiqueta «Feria 2026»', 'has the tag “Feria 2026”'],
  [{ score: 'fit', atLeast: 50 }, 'su encaje llega a 50', 'their fit reaches 50'],
  [
    { not: { score: 'total', atLeast: 40, atMost: 69 } },
    'su puntuación no está entre 40 y 69',
    'their score is not between 40 and 69',
  ],
  [
    { all: [{ is: 'role', anyOf: ['customer'] }, { any: [{ did: ['call'] }, { did: ['meeting'] }] }] },
    'es cliente y (ha hablado con nosotros por teléfono o se ha reunido con nosotros)',
    'is a customer and (has spoken with us on the phone or has met with us)',
  ],
  [
    { not: { any: [{ did: ['call'] }, { is: 'role', anyOf: ['employee'] }] } },
    'no ha hablado con nosotros por teléfono y no consta que sea empleado',
    'has not spoken with us on the phone and is not known to be an employee',
  ],
  [
    { atLeast: 2, of: [{ did: ['call'] }, { did: ['meeting'] }, { did: ['chat'] }] },
    'se cumplen al menos 2 de estas 3 condiciones: ha hablado con nosotros por teléfono; se ha reunido con nosotros; ha escrito en el chat',
    'at least 2 of these 3 conditions are met: has spoken with us on the phone; has met with us; has written in the chat',
  ],
  [
    { company: { field: 'sector', op: 'is', value: 'Banca' } },
    'su organización es del sector Banca',
    'their organisation is in the Banca sector',
  ],
  [
    { not: { people: { did: ['call'] }, atLeast: 2 } },
    'menos de 2 de sus personas cumplen esto: ha hablado con nosotros por teléfono',
    'fewer than 2 of its people meet this: has spoken with us on the phone',
  ],
  [{ not: { did: ['purchase'], atMost: 0 } }, 'ha comprado', 'has bought'],
  [
    { not: { did: ['call'], atLeast: 2, atMost: 4 } },
    'no ha hablado con nosotros por teléfono entre 2 y 4 veces',
    'has not spoken with us on the phone between 2 and 4 times',
  ],
  [
    { not: { did: ['call'], notWithinDays: 30 } },
    'no ha hablado con nosotros por teléfono o lo ha hecho en los últimos 30 días',
    'has not spoken with us on the phone or has done so in the last 30 days',
  ],
  [
    { not: { did: 'anything', direction: ['in', 'two'], withinDays: 180 } },
    'no ha mostrado actividad en los últimos 180 días',
    'has shown no activity in the last 180 days',
  ],
  [{ not: { did: { weightAtLeast: 1 } } }, 'no ha mostrado interés', 'has shown no interest'],
  [
    { did: ['purchase'], atLeast: 2, minus: { did: ['refund'] } },
    'ha comprado al menos dos veces (descontando las veces que ha recibido una devolución)',
    'has bought at least twice (less the times they have been refunded)',
  ],
  [
    { did: ['meeting'], minus: { did: ['call'] } },
    'se ha reunido con nosotros más veces de las que ha hablado con nosotros por teléfono',
    'has met with us more often than spoken with us on the phone',
  ],
  [
    { not: { did: ['opportunity_opened'], minus: { did: ['opportunity_lost'] } } },
    'no tiene abierta ninguna oportunidad de venta',
    'has no open sales opportunity',
  ],
  [
    { did: ['form_submitted'], where: [{ property: 'purpose', op: 'isAnyOf', value: ['demo', 'quote'] }] },
    'ha rellenado un formulario para pedir una demostración o para pedir presupuesto',
    'has submitted a form to ask for a demonstration or to ask for a quote',
  ],
  [
    { did: ['form_submitted'], where: [{ property: 'purpose', op: 'isNot', value: 'quote' }] },
    'ha rellenado un formulario que no es para pedir presupuesto',
    'has submitted a form that is not to ask for a quote',
  ],
  [
    { did: ['purchase'], where: [{ property: 'line', op: 'is', value: 'Cursos' }] },
    'ha comprado con línea de negocio «Cursos»',
    'has bought where the line of business is “Cursos”',
  ],
  [
    { did: ['page_viewed', 'key_page_viewed'], where: [{ property: 'kind', op: 'is', value: 'careers' }] },
    'ha visto una página de ofertas de empleo',
    'has viewed a page with job openings',
  ],
  [
    { did: ['tour_taken'], direction: ['out'], byRobotsToo: true },
    'ha dado la señal «tour taken» por iniciativa nuestra (contando también a los robots)',
    'has given the signal “tour taken” on our initiative (robots counted too)',
  ],
  [
    {
      all: [
        { field: 'employees', op: 'atLeast', value: 10 },
        { field: 'employees', op: 'atMost', value: 500 },
      ],
    },
    'tiene entre 10 y 500 empleados',
    'has between 10 and 500 employees',
  ],
  [
    {
      any: [
        { field: 'jobTitle', op: 'contains', value: 'director' },
        { field: 'jobTitle', op: 'contains', value: 'gerente' },
        { field: 'jobTitle', op: 'contains', value: 'ceo' },
      ],
    },
    'su cargo contiene «director», «gerente» o «ceo»',
    'their job title contains “director”, “gerente” or “ceo”',
  ],
  [
    { field: 'custom.site_seconds', op: 'atLeast', value: 300 },
    'ha pasado al menos 5 minutos en la web',
    'has spent at least 5 minutes on the site',
  ],
  [
    { not: { field: 'custom.visitas', op: 'atLeast', value: 3 } },
    'visitas: no consta que sea al menos 3',
    'visitas: not known to be at least 3',
  ],
  [{ field: 'custom.campus', op: 'isUnknown' }, 'no se conoce el dato campus', 'campus: not known'],
  [
    { field: 'country', op: 'isNoneOf', value: ['España', 'Portugal'] },
    'está fuera de España y Portugal',
    'is outside España and Portugal',
  ],
  [
    { field: 'sector', op: 'isNot', value: 'Banca' },
    'su sector se conoce y no es Banca',
    'their sector is known and is not Banca',
  ],
  [
    { is: 'stage', anyOf: ['none', 'lead'] },
    'no tiene etapa o está en la etapa lead',
    'has no stage or is in the lead stage',
  ],
  [
    { not: { company: { field: 'sector', op: 'is', value: 'Banca' } } },
    'ninguna de sus organizaciones es del sector Banca',
    'none of their organisations is in the Banca sector',
  ],
  [
    { company: { field: 'need', op: 'isKnown' } },
    'su organización cumple esto: se sabe qué necesita',
    'their organisation meets this: we know what they need',
  ],
  [
    {
      any: [
        { field: 'sector', op: 'is', value: 'Banca' },
        { company: { field: 'sector', op: 'is', value: 'Banca' } },
      ],
    },
    'el contacto o su organización es del sector Banca',
    'the contact or their organisation is in the Banca sector',
  ],
  [
    { people: { is: 'stage', anyOf: ['prospect'] } },
    'alguna de sus personas está en la etapa prospecto',
    'one of its people is in the prospect stage',
  ],
  [
    { field: 'employees', op: 'isAnyOf', value: [5, 7, 9] },
    'tiene 5, 7 o 9 empleados',
    'has 5, 7 or 9 employees',
  ],
  [{ all: [] }, 'es cualquier contacto', 'is any contact'],
]

test.each(sentences)('%j reads as a sentence in both languages', (rule, es, en) => {
  expect(sentence(rule, say('es'))).toBe(es)
  expect(sentence(rule, say('en'))).toBe(en)
})

const facts = [
  'city',
  'country',
  'employees',
  'decisionRole',
  'kind',
  'createdAt',
  'custom.x',
  'custom.site_visits',
]

test.each(facts)('every text that a sentence about %s may need exists: no key shows through', field => {
  const value = { decisionRole: 'uses', kind: 'person' }[field] ?? 1
  for (const op of [...valueOperators, ...listOperators, ...bareOperators]) {
    const rule = { field, op, value: listOperators.some(each => each === op) ? [value] : value } as Criteria
    for (const each of [rule, { not: rule }])
      for (const locale of ['es', 'en'] as const)
        expect(sentence(each, say(locale))).not.toMatch(/criteria\.|contacts\.|undefined/)
  }
})

test('the words of the workspace are used where it has its own', () => {
  const names = { stage: () => 'Candidato', event: () => 'Visita guiada', field: () => 'Campus' }

  const rule: Criteria = {
    all: [
      { is: 'stage', anyOf: ['lead'] },
      { did: ['tour'] },
      { field: 'custom.x', op: 'is', value: 'Norte' },
    ],
  }

  expect(sentence(rule, say('es'), names)).toBe(
    'está en la etapa candidato, ha dado la señal «Visita guiada» y campus: Norte',
  )
})

test('a segment is read by its name, and one that is gone as such', () => {
  const names = { segment: (id: string) => (id === 'vip' ? 'Clientes VIP' : undefined) }
  const rule: Criteria = { is: 'segment', anyOf: ['vip'] }

  expect(sentence(rule, say('es'), names)).toBe('está en el segmento «Clientes VIP»')
  expect(sentence({ not: rule }, say('en'), names)).toBe('is not in the segment “Clientes VIP”')
  expect(sentence({ is: 'segment', anyOf: ['gone'] }, say('es'), names)).toBe(
    'está en el segmento que ya no existe',
  )
})

const leaves: Criteria[] = [
  ...(['stage', 'temperature', 'role', 'tag', 'segment'] as const).map(is => ({
    is,
    anyOf: [{ stage: 'lead', temperature: 'hot', role: 'partner', tag: 'x', segment: 'x' }[is]],
    ...(is === 'stage' && { funnel: 'main' }),
  })),
  ...(['fit', 'engagement', 'total'] as const).flatMap(score => [
    { score, atLeast: 10 },
    { score, atMost: 10 },
    { score, atLeast: 10, atMost: 20 },
  ]),
  ...eventNames.map(name => ({ did: [name] })),
  ...[-1, 0, 1, 2, 3].map(weightAtLeast => ({ did: { weightAtLeast } })),
  ...directions.map(direction => ({ did: 'anything' as const, direction: [direction] })),
  ...[
    { atLeast: 2 },
    { atMost: 3 },
    { atLeast: 2, atMost: 2 },
    { atLeast: 2, atMost: 5 },
    { withinDays: 7 },
    { notWithinDays: 7 },
    { from: '2026-01-01T00:00:00Z', until: '2026-02-01T00:00:00Z' },
    { minus: { did: ['refund'] } },
    { noneSince: { did: ['refund'] } },
    { withinDays: 7, noneSince: { did: 'anything' as const, direction: ['in' as const] } },
    { byRobotsToo: true },
  ].map(more => ({ did: ['purchase'], ...more })),
  ...(['is', 'isNot', 'contains', 'atLeast', 'atMost'] as const).map(op => ({
    did: ['purchase'],
    where: [{ property: 'amount', op, value: 5 }],
  })),
  ...(['isAnyOf', 'isNoneOf'] as const).map(op => ({
    did: ['form_submitted'],
    where: [{ property: 'purpose', op, value: ['demo'] }],
  })),
  ...(['isKnown', 'isUnknown'] as const).map(op => ({
    did: ['form_submitted'],
    where: [{ property: 'message', op }],
  })),
]

test.each(leaves)(
  '%j, its opposite and the same of a linked contact show no key in either language',
  leaf => {
    const all: Criteria[] = [
      leaf,
      { not: leaf },
      { company: leaf },
      { people: leaf, atLeast: 2 },
      { not: { company: { all: [leaf, { is: 'tag', anyOf: ['x'] }] } } },
    ]
    for (const rule of all)
      for (const locale of ['es', 'en'] as const) {
        const text = sentence(rule, say(locale))
        expect(text).not.toMatch(/criteria\.|contacts\.|activity\.|words\.|undefined|NaN|\{\{/)
        expect(text).not.toMatch(/ {2}|\( | ,/)
      }
  },
)
