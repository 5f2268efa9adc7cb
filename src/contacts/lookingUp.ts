import { type RawBuilder, sql } from 'kysely'
import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max'
import type { Ctx } from '../platform/ctx.ts'
import { type Known, kept } from '../platform/kept.ts'
import { catalogueOf } from './catalogue.ts'
import { isListed } from './counting.ts'
import type { IdentityKind } from './fields.ts'
import { readIdentity } from './identities.ts'
import { searchKey, sortKeysOf } from './names.ts'

/** What was written, its words, and of what kind the contacts must be. */
export type Sought = { text: string; words: string[]; kind?: string }

type Looked = { kind: IdentityKind; value: string }

// Of each beginning the first so many, in the order of the index: the whole thing stands before what is longer.
const most = 50
// After every text that begins alike, compared byte by byte.
const last = '\u{10ffff}'

/**
 * Who has the whole of what was written, or something that begins with it, as an identity or as a name with either part
 * first. Found by ranges of indexes that keep an order, so a short text costs no more than a long one.
 */
export async function lookUp(
  ctx: Ctx,
  { text, words, kind }: Sought,
): Promise<Map<string, 'exact' | 'prefix'>> {
  const { identities, ids } = await identitiesSought(ctx, text)
  const found = await readFound(ctx, {
    ...{ workspaceId: ctx.workspaceId, kind, ids, names: namesSought(words) },
    ...{ kinds: identities.map(each => each.kind), values: identities.map(each => each.value) },
  })
  return new Map(found.map(({ id, exact }) => [id, exact ? 'exact' : 'prefix']))
}

type Looking = {
  workspaceId: string
  kind: string | undefined
  /** Identities, by kind and value. */
  kinds: string[]
  values: string[]
  /** External ids without their system. */
  ids: string[]
  names: string[]
}

const readFound = kept<Looking, { id: string; exact: boolean }>(
  ({ workspaceId, kind, kinds, values, ids, names }) => {
    const wanted = sql`${isListed({ workspaceId }, 'c')} and (${kind}::text is null or c.kind = ${kind})`
    return sql`
    with recursive systems as (
      select ${systemAfter(workspaceId, sql`''`)} as system
      union all
      select ${systemAfter(workspaceId, sql`system || ';'`)} from systems where system is not null),
    sought as (
      select * from unnest(${kinds}::text[], ${values}::text[]) as i (kind, value)
      union all
      select 'external', system || ':' || id
      from (select system from systems limit 20) s, unnest(${ids}::text[]) as id where system is not null),
    found as (
      select i.contact_id as id, i.value = s.value as exact
      from sought s cross join lateral (
        ${beginning(workspaceId, sql`identifying`)} union all ${beginning(workspaceId, sql`not identifying`)}) i
      cross join lateral (
        select c.id from contacts c where c.workspace_id = ${workspaceId} and c.id = i.contact_id and ${wanted} limit 1) c
      union all
      select c.id, c.sort_name = n.name
      from unnest(${names}::text[]) as n (name) cross join lateral (
        select c.id, c.sort_name from contacts c
        where c.workspace_id = ${workspaceId} and c.sort_name >= (n.name collate "C") and c.sort_name < ((n.name || ${last}) collate "C")
          and ${wanted}
        order by c.sort_name, c.id limit ${most}) c)
    select id, bool_or(exact) as exact from found group by id`
  },
)

const beginning = (workspaceId: Known<string>, which: RawBuilder<unknown>) => sql`(
  select contact_id, value from identities
  where workspace_id = ${workspaceId} and kind = s.kind and ${which} and value ~>=~ s.value and value ~<~ (s.value || ${last})
  order by value using ~<~ limit ${most})`

/** The next of the systems that external ids come from; `;` follows `:`. */
const systemAfter = (workspaceId: Known<string>, value: RawBuilder<unknown>) => sql`(
  select split_part(i.value, ':', 1) from identities i
  where i.workspace_id = ${workspaceId} and i.kind = 'external' and i.identifying and i.value ~>=~ (${value})
  order by i.value using ~<~ limit 1)`

/** The text as each kind of identity has it, and as an external id whose system was left out. */
async function identitiesSought(ctx: Ctx, text: string): Promise<{ identities: Looked[]; ids: string[] }> {
  const given = text.trim()
  const key = searchKey(text)
  const { country } = await catalogueOf(ctx)
  const kinds: IdentityKind[] = ['email', 'phone', 'external', 'linkedin', 'tax_id']
  const whole = kinds.flatMap(kind => {
    const read = readIdentity({ kind, value: given }, country)
    return 'identity' in read && read.identity.status === 'ok' ? [{ kind, value: read.identity.value }] : []
  })
  const digits = digitsOf(key)
  const prefix = isSupportedCountry(country) ? getCountryCallingCode(country) : ''
  const phones = digits ? [digits, `+${digits}`, `+${prefix}${digits}`] : []
  const identities = [...whole, ...phones.map(value => ({ kind: 'phone' as const, value }))]
  if (key.includes(' ')) return { identities, ids: digits ? [digits] : [] }
  const bare = key.toUpperCase().replace(/[^A-Z0-9]/g, '')
  if (/\d/.test(bare)) identities.push({ kind: 'tax_id', value: bare })
  identities.push({ kind: 'email', value: key }, { kind: 'domain', value: withoutScheme(key) })
  return { identities: identities.filter(each => each.value), ids: [...new Set([given, key])] }
}

/** Of a telephone in any spelling, or the beginning of one; of anything else none. */
export const digitsOf = (key: string): string =>
  /^[+\d\s().-]+$/.test(key) ? key.replace(/^00/, '').replace(/\D/g, '') : ''

const withoutScheme = (address: string) => address.replace(/^(https?:\/\/)?(www\.)?/, '').replace(/\/.*$/, '')

/** The words in each order that keeps them side by side: who types the given name first may have it sorted last. */
function namesSought(words: string[]): string[] {
  const orders = words.map((_, turn) => [...words.slice(turn), ...words.slice(0, turn)].join(' '))
  return [...new Set((words.length > 5 ? orders.slice(0, 1) : orders).flatMap(sortKeysOf))]
}
