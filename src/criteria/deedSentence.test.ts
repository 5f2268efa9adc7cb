import { expect, test } from 'vitest'
import { say } from '../../test/say.ts'
import type { Criteria } from './criteria.ts'
import { sentence } from './sentence.ts'

const sentences: [Criteria, string, string][] = [
  [
    { did: ['site_visited'], where: [{ property: 'seconds', op: 'atLeast', value: 300 }] },
    'ha visitado la web durante al menos 5 minutos',
    'has visited the site for at least 5 minutes',
  ],
  [
    { did: ['call'], where: [{ property: 'minutes', op: 'atLeast', value: 90 }] },
    'ha hablado con nosotros por teléfono durante al menos 1 hora y 30 minutos',
    'has spoken with us on the phone for at least 1 hour and 30 minutes',
  ],
  [
    { did: ['video_watched'], where: [{ property: 'seconds', op: 'is', value: 90 }] },
    'ha visto un vídeo durante 1 minuto y 30 segundos',
    'has watched a video for 1 minute and 30 seconds',
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

const summed: [Criteria, string, string][] = [
  [
    { did: ['call', 'meeting'], atLeast: 2 },
    'ha hablado con nosotros por teléfono o se ha reunido con nosotros, al menos dos veces en total',
    'has spoken with us on the phone or met with us, at least twice in all',
  ],
  [
    { did: ['call', 'meeting'], atMost: 1, withinDays: 30 },
    'ha hablado con nosotros por teléfono o se ha reunido con nosotros, una vez como mucho en total en los últimos 30 días',
    'has spoken with us on the phone or met with us, once at most in all in the last 30 days',
  ],
  [
    { did: ['call', 'meeting'], atLeast: 3, atMost: 3 },
    'ha hablado con nosotros por teléfono o se ha reunido con nosotros, exactamente 3 veces en total',
    'has spoken with us on the phone or met with us, exactly 3 times in all',
  ],
  [
    { did: ['call', 'meeting'], atLeast: 2, atMost: 5 },
    'ha hablado con nosotros por teléfono o se ha reunido con nosotros, entre 2 y 5 veces en total',
    'has spoken with us on the phone or met with us, between 2 and 5 times in all',
  ],
  [
    { any: [{ is: 'tag', anyOf: ['x'] }, { not: { did: ['call', 'meeting'], atLeast: 3 } }] },
    'tiene la etiqueta «x» o (ha hablado con nosotros por teléfono o se ha reunido con nosotros, dos veces como mucho en total)',
    'has the tag “x” or (has spoken with us on the phone or met with us, twice at most in all)',
  ],
  [{ did: ['call', 'meeting'], atLeast: 0 }, 'es cualquier contacto', 'is any contact'],
  [
    { did: ['page_viewed', 'key_page_viewed'], atLeast: 2 },
    'ha visto una página al menos dos veces',
    'has viewed a page at least twice',
  ],
]

test.each(summed)('%j says that the signals are counted together', (rule, es, en) => {
  expect(sentence(rule, say('es'))).toBe(es)
  expect(sentence(rule, say('en'))).toBe(en)
})

test.each(sentences)('%j says how much, and what has not come since', (rule, es, en) => {
  expect(sentence(rule, say('es'))).toBe(es)
  expect(sentence(rule, say('en'))).toBe(en)
})
