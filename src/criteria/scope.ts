import type { Expression, RawBuilder, SqlBool } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { following, type Known } from '../platform/kept.ts'
import type { Criteria, DidRule } from './criteria.ts'

/** What a criterion is about and as of when. `contact` is the alias of its row of `contacts` in the query. */
export type Scope = {
  workspaceId: string
  /** Events after this instant are not seen. */
  now: Known<Date>
  contact: string
  did: DidSource
  /** The alias of a joined row of `standings`: that of the funnel which rules mean when they name none. */
  standing?: string
  /** The funnel that rules mean when they name none: in its definitions. Absent: the main one. */
  funnel?: string
  /** What is read in place of the table `standings`, where they are looked up: as they would be, not as they are. */
  standings?: RawBuilder<unknown>
  /**
   * The answer to a rule where it has been worked out already, once for many criteria that ask it: for this contact only. Whoever is
   * linked to it answers the same rule otherwise, so their scopes (`about` in compile.ts) go without it.
   */
  known?: (rule: Criteria) => RawBuilder<SqlBool> | undefined
  /** Whether it is somebody linked to the contact that is looked for, and not that contact itself. */
  linked?: boolean
}

/** Where the answers about events come from: a subquery for each, or the columns of one scan for all (see did.ts). */
export type DidSource = {
  holds(rule: DidRule, scope: Scope): Expression<SqlBool>
  /** The earliest instant at which time alone may change `holds`; null for never. */
  flipsAt(rule: DidRule, scope: Scope): Expression<Date | null>
  /** How often, and the newest events that count, in JSON: `{ count, events: [{ id, name, at, direction }], unless }`. */
  evidence(rule: DidRule, scope: Scope): Expression<unknown>
}

const dayLength = 86_400_000

/** The instant `days` of 24 hours before. */
export const daysBefore = (now: Known<Date>, days: number): Known<Date> =>
  following(now, now => new Date(now.getTime() - days * dayLength), `${days} days before`)

/** The calendar day, in UTC, `days` before. */
export const dayBefore = (now: Known<Date>, days = 0): Known<string> =>
  following(daysBefore(now, days), day => day.toISOString().slice(0, 10))

export type Whose = Pick<Scope, 'contact' | 'standing'>

/** The parts of a scope that come from the context: its workspace and its instant. */
export const nowIn = (ctx: Ctx) => ({ workspaceId: ctx.workspaceId, now: ctx.clock() })
