import type { Place } from './place.ts'
import { type Row, timed, whole } from './report.ts'

const given = ['Ana', 'Luis', 'Marta', 'Íñigo', 'Nuria', 'Óscar']
const surnames = ['Núñez', 'García', 'Etxeberria', 'López', 'Sáez', 'Peña', 'Ruiz']

export const person = (number: number, mark: string) => ({
  fields: {
    givenName: given[number % given.length] ?? '',
    surname: surnames[number % surnames.length] ?? '',
    email: `${mark}${number}@nueva${number % 500}.example`,
    phone: `+346${String(10_000_000 + number)}`,
    city: 'Bilbao',
    source: 'Web',
  },
})

/** Contacts created over HTTP: one a request, and a thousand a request. Other products on such a machine: 37–68 and 183 a second. */
export async function creating({ call }: Place): Promise<Row[]> {
  const one = 300
  const single = await timed(async () => {
    for (let number = 0; number < one; number++) await call('POST', '/contacts', person(number, 'uno'))
  })
  const batches = 10
  const batch = await timed(async () => {
    for (let turn = 0; turn < batches; turn++)
      await call('POST', '/contacts/batch', {
        items: Array.from({ length: 1000 }, (_, number) => person(turn * 1000 + number, 'lote')),
      })
  })
  return [
    peerRow('contacts created over HTTP one by one', one / single.seconds, 68),
    peerRow('contacts created over HTTP by the thousand', (batches * 1000) / batch.seconds, 183),
  ]
}

const peerRow = (what: string, perSecond: number, peer: number): Row => ({
  what,
  measured: `${whole(perSecond)} contacts/s`,
  wanted: `> ${peer} (peers)`,
  kept: perSecond > peer,
})
