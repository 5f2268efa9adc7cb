import { isSaidLater } from '../contacts/contacts.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Reading, Reason } from './readRow.ts'

type Said = Pick<Reading, 'consents' | 'events' | 'reasons'>

/** What is dated after today nobody has said yet: a consent is left out, while who does not want to be written to is heard at once. */
export function withoutSaidLater(ctx: Ctx, { consents, events, reasons }: Said): Said {
  const later = consents.filter(({ at }) => isSaidLater(ctx, at))
  const grants = later.filter(({ state }) => state === 'granted')
  const objections = new Set(later.filter(({ state }) => state !== 'granted').map(({ column }) => column))
  const told = later.map(
    ({ state, column }): Reason => ({
      code: state === 'granted' ? 'contacts.said_in_the_future' : 'imports.objection_later',
      column,
    }),
  )
  return {
    consents: consents
      .filter(each => !grants.includes(each))
      .map(each => (objections.has(each.column) ? { ...each, at: undefined } : each)),
    events: events.filter(({ column, name }) => !(name === 'unsubscribed' && objections.has(column))),
    reasons: [...reasons, ...told],
  }
}
