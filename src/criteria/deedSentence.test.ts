import i18next from 'i18next'
import { expect, test } from 'vitest'
import { deedTexts } from '../activity/deeds.ts'
import type { Criteria } from './criteria.ts'
import { deedClauseTexts } from './deedTexts.ts'
import { type Say, sentence } from './sentence.ts'
import { criteriaTexts } from './texts.ts'

const dictionary = i18next.createInstance()
await dictionary.init({ interpolation: { escapeValue: false } })
for (const locale of ['es', 'en'] as const)
  for (const part of [deedTexts, deedClauseTexts, criteriaTexts])
    dictionary.addResourceBundle(locale, 'translation', part[locale], true)

const say = (locale: 'es' | 'en') => dictionary.getFixedT(locale) as unknown as Say

const sentences: [Criteria, string, string][] = [
  [
    { did: ['site_visited'], where: [{ property: 'seconds', op: 'atLeast', value: 300 }] },
    'ha visitado la web durante al menos 5 minutos',
    'has visited the site for at least 5 minutes',
  ],
  [
    { did: ['demo_requested'], withinDays: 30, noneSince: { did: 'anything', direction: ['out', 'two'] } },
    'ha pedido una demostración en los últimos 30 días y desde entonces no ha recibido nada de nuestra parte ni ha conversado con nosotros',
    'has asked for a demonstration in the last 30 days and since then has neither been sent anything by us nor talked with us',
  ],
  [
    { not: { did: ['email_received'], noneSince: { did: ['email_sent', 'call'] } } },
    'no nos ha escrito un correo o desde entonces ha recibido un correo nuestro o ha hablado con nosotros por teléfono',
    'has not written us an email or since then has been sent an email or spoken with us on the phone',
  ],
  [
    {
      any: [
        { is: 'tag', anyOf: ['x'] },
        {
          did: ['email_received'],
          noneSince: { did: ['email_sent'], where: [{ property: 'campaign', op: 'isUnknown' }] },
        },
      ],
    },
    'tiene la etiqueta «x» o (nos ha escrito un correo y desde entonces no ha recibido un correo nuestro fuera de campañas)',
    'has the tag “x” or (has written us an email and since then has not been sent an email outside campaigns)',
  ],
]

test.each(sentences)('%j says how much, and what has not come since', (rule, es, en) => {
  expect(sentence(rule, say('es'))).toBe(es)
  expect(sentence(rule, say('en'))).toBe(en)
})
