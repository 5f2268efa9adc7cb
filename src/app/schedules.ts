import type { Schedule, Tasks } from '../platform/jobs.ts'

/** What the worker can be asked to do, by the name that `enqueue` gives. */
export const tasks: Tasks = {}

/** What every workspace does by the clock (UTC). */
export const schedules: Schedule[] = []
