import { headerKey } from '../contacts/fields.ts'
import type { Meaning, Sense } from './mapping.ts'

/**
 * Other systems' words for where somebody stands, in ours. Our own stage is worked out from facts, so a word becomes the fact
 * that it tells: a purchase, a conversation, an open opportunity. Source: reference on import formats, map of foreign terms.
 */
const nothing: Sense = { is: 'nothing' }
const customer: Sense = { is: 'customer' }
const event = (name: string): Sense => ({ is: 'event', name })
const tag = (word: string): Sense => ({ is: 'tag', tag: word })
const objection: Sense = { is: 'objection', channel: 'email' }

const ask = (...between: Sense[]): Meaning => ({ is: 'ask', between })

const senses: [words: string, meaning: Meaning][] = [
  [
    `customer|client|cliente|clientes|won|closed won|closedwon|ganado|ganada|in contract|paying|paid|converted to customer
     |evangelist|evangelista|active customer|cliente activo`,
    customer,
  ],
  ['partner|reseller|socio|distribuidor|colaborador', { is: 'role', role: 'partner' }],
  ['supplier|vendor|proveedor', { is: 'role', role: 'supplier' }],
  ['competitor|competidor|competencia', { is: 'role', role: 'competitor' }],
  ['employee|empleado|staff', { is: 'role', role: 'employee' }],
  [
    `connected|contacted|working contacted|working|conectado|contactado|en conversacion|in progress|en curso|responded
     |respondio|ha respondido`,
    event('conversation'),
  ],
  [
    'attempted to contact|attempted|attempting|intento|intentando contactar|intento de contacto|no answer',
    event('call_made'),
  ],
  [
    `opportunity|oportunidad|open deal|salesqualifiedlead|sales qualified lead|sql|pre qualified|negotiation|negociacion
     |proposal|propuesta|qualified lead|closed converted`,
    event('opportunity_opened'),
  ],
  [
    'meeting|meeting scheduled|reunion|demo scheduled|demo',
    ask(event('meeting'), event('demo_given'), nothing),
  ],
  ['unsubscribed|opted out|opt out|baja|dado de baja|do not contact|no contactar', objection],
  ['cleaned|bounced|hard bounce|rebotado', event('email_bounced')],
  ['subscribed|active|suscrito|activo|confirmed|subscriber', event('subscribed')],
  [
    `unqualified|not qualified|no cualificado|junk lead|junk|closed not converted|disqualified|descartado|descalificado`,
    tag('descartado'),
  ],
  ['lost|lost lead|closed lost|perdido|perdida', event('opportunity_lost')],
  ['bad timing|contact in future|no longer interested|recycled|mas adelante', tag('más adelante')],
  [
    'cold|warm|hot|frio|templado|caliente|new|open|open not contacted|not contacted|lead|leads|nuevo|abierto|pending',
    nothing,
  ],
  [
    'prospect|prospecto|potential customer|cliente potencial|posible cliente|candidato|candidate|cliente en potencia',
    ask(nothing, event('conversation'), event('opportunity_opened')),
  ],
  [
    'marketing qualified lead|marketingqualifiedlead|mql|qualified|cualificado|calificado',
    ask(nothing, event('conversation'), event('opportunity_opened')),
  ],
  ['other|otro|otros', ask(nothing, { is: 'role', role: 'partner' }, { is: 'role', role: 'supplier' })],
  ['inactive|inactivo|cancelled|churned|baja de cliente', ask(nothing, customer, objection)],
]

const dictionary = new Map(
  senses.flatMap(([words, meaning]) =>
    words
      .split('|')
      .map(word => headerKey(word))
      .map(word => [word, meaning] as const),
  ),
)

export type Senses = ReadonlyMap<string, Meaning>

/** The sense of one word, or undefined for a word that we do not know; what the workspace calls so itself goes first. */
export const senseOf = (word: string, own?: Senses): Meaning | undefined =>
  own?.get(headerKey(word)) ?? dictionary.get(headerKey(word))

/** Of a stage that only this workspace has: somebody says what it tells. */
export const anySense = ask(nothing, event('conversation'), event('opportunity_opened'), customer)

/** Whether a column holds such words: at least half of the values are known, and one of them says something. */
export function holdsKnownWords(values: string[], own?: Senses): boolean {
  const known = values.flatMap(value => senseOf(value, own) ?? [])
  return (
    known.length > 0 && known.length >= values.length / 2 && known.some(meaning => meaning.is !== 'nothing')
  )
}

/** The map for a column of such words; what we do not know stays evidence. */
export const meaningsOf = (values: string[], own?: Senses): Record<string, Meaning> =>
  Object.fromEntries(values.map(value => [value, senseOf(value, own) ?? nothing]))
