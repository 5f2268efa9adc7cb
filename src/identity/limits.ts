import { sql } from 'kysely'
import type { Database } from '../platform/db.ts'
import { Refusal } from '../platform/errors.ts'

type Limit = { key: string; most: number; minutes: number }

/**
 * Counts one more try of `key` and refuses it when there were more than `most` within the window of `minutes`. One
 * statement, so that tries at the same moment, or through several processes, are all counted.
 */
export async function limit({ owner }: Database, now: Date, { key, most, minutes }: Limit) {
  const fresh = { count: 1, endsAt: new Date(now.getTime() + minutes * 60_000) }
  const { count, endsAt } = await owner
    .insertInto('rateLimits')
    .values({ key, ...fresh })
    .onConflict(conflict =>
      conflict.column('key').doUpdateSet(({ ref }) => ({
        count: sql<number>`case when ${ref('rateLimits.endsAt')} <= ${now} then 1 else ${ref('rateLimits.count')} + 1 end`,
        endsAt: sql<Date>`case when ${ref('rateLimits.endsAt')} <= ${now} then ${fresh.endsAt} else ${ref('rateLimits.endsAt')} end`,
      })),
    )
    .returning(['count', 'endsAt'])
    .executeTakeFirstOrThrow()
  const wait = Math.ceil((endsAt.getTime() - now.getTime()) / 60_000)
  if (count > most) throw new Refusal('tooMany', 'identity.too_many_tries', { minutes: wait })
}

/** A success clears what was counted against an account, and with it every window that is over. */
export const forgive = ({ owner }: Database, now: Date, key: string) =>
  owner
    .deleteFrom('rateLimits')
    .where(({ or, eb }) => or([eb('key', '=', key), eb('endsAt', '<=', now)]))
    .execute()
