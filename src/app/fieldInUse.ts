import type { MustBeUnused } from '../contacts/contacts.ts'
import { type AsksField, askingFor } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { type Issue, Refusal } from '../platform/errors.ts'
import { translate } from './translate.ts'

/** Refuses to let go of a field that a stage, a rule or a segment asks for, naming each. */
export const mustBeUnused: MustBeUnused = async (ctx, { key, label }) => {
  const asking = await askingFor(ctx, key)
  if (asking.length === 0) return
  const issues = asking.map((each): Issue => ({ path: ['key'], ...told(ctx, each) }))
  throw new Refusal('conflict', 'contacts.field_in_use', { name: label[ctx.locale] }, issues)
}

function told(ctx: Ctx, asks: AsksField) {
  if (asks.what === 'segment') return { code: 'contacts.field_used.segment', params: { name: asks.name } }
  const { what, isDrafted, funnel } = asks
  const where = funnel ? ` (${funnel[ctx.locale]})` : ''
  const code = `contacts.field_used.${isDrafted ? 'drafted' : 'published'}.${what}`
  return { code, params: { name: nameOf(ctx, asks) + where } }
}

function nameOf({ locale }: Ctx, { what, key, name }: Exclude<AsksField, { what: 'segment' }>): string {
  const word = `${what === 'rule' ? 'scoring.rules' : 'words.stages'}.${key}`
  const known = translate(locale, word)
  return name?.[locale] ?? (known === word ? key : known)
}
