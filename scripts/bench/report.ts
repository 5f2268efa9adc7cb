import { performance } from 'node:perf_hooks'

/** One measured thing beside the bare limit of the same run. `ratio` is measured/limit; `wanted` says what it must keep to. */
export type Row = {
  what: string
  measured: string
  limit?: string
  ratio?: number
  wanted?: string
  kept?: boolean
  /** The cost of one thing, in milliseconds, for the lines on growth. */
  each?: number
}

/** Seconds that `work` took, and what it gave. */
export async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; value: T }> {
  const start = performance.now()
  const value = await work()
  return { seconds: (performance.now() - start) / 1000, value }
}

/** Milliseconds of each of `times` runs, in ascending order. */
export async function sampled(times: number, work: (turn: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (let turn = 0; turn < times; turn++) taken.push((await timed(() => work(turn))).seconds * 1000)
  return taken.sort((a, b) => a - b)
}

/** The value under which `share` of the ascending samples lie. */
export const percentile = (ascending: number[], share: number): number =>
  ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))] ?? Number.NaN

/** At least `least` of the bare limit, both in things per second. */
export function rateRow(what: string, perSecond: number, limit: number, least: number, unit: string): Row {
  const ratio = perSecond / limit
  return {
    what,
    measured: `${whole(perSecond)} ${unit}/s`,
    limit: `${whole(limit)} ${unit}/s`,
    ratio,
    wanted: `≥ ${least}`,
    kept: ratio >= least,
  }
}

/** `seconds` for so many things beside the bare limit, also in seconds; at most `most` times it. */
export function timeRow(what: string, seconds: number, limit: number, things: number, most?: number): Row {
  const ratio = seconds / limit
  return {
    what,
    measured: `${seconds.toFixed(2)} s`,
    limit: `${limit.toFixed(2)} s`,
    ratio,
    ...(most !== undefined && { wanted: `≤ ${most}`, kept: ratio <= most }),
    each: (seconds * 1000) / things,
  }
}

/** The 95th percentile of the samples under `most` milliseconds, beside the median of the bare statement. */
export function latencyRow(what: string, samples: number[], most: number, limit?: number): Row {
  const p95 = percentile(samples, 0.95)
  const each = percentile(samples, 0.5)
  return {
    what,
    measured: `p95 ${p95.toFixed(1)} ms (median ${each.toFixed(1)})`,
    ...(limit !== undefined && { limit: `median ${limit.toFixed(1)} ms`, ratio: each / limit }),
    wanted: `< ${most} ms`,
    kept: p95 < most,
    each,
  }
}

/** The same thing at two sizes: what one costs ought to stay as it is. */
export function growthRow(little: Row, much: Row | undefined, [few, many]: [number, number]): Row {
  const ratio = (much?.each ?? Number.NaN) / (little.each ?? Number.NaN)
  return {
    what: `growth from ${whole(few)} to ${whole(many)}: ${little.what}`,
    measured: `${much?.each?.toPrecision(3)} ms`,
    limit: `${little.each?.toPrecision(3)} ms`,
    ratio,
    wanted: '≤ 1.5',
    kept: ratio <= 1.5,
  }
}

export const whole = (value: number): string => Math.round(value).toLocaleString('en')

/** The table for people and one line of JSON for machines. */
export function print(title: string, rows: Row[], facts: Record<string, unknown>) {
  const cells = rows.map(row => [
    row.what,
    row.measured,
    row.limit ?? '',
    row.ratio === undefined ? '' : row.ratio.toFixed(2),
    row.wanted ?? '',
    row.kept === undefined ? '' : row.kept ? 'kept' : 'MISSED',
  ])
  const table = [['what', 'measured', 'bare limit', 'ratio', 'wanted', ''], ...cells]
  const widths = table[0]?.map((_, column) => Math.max(...table.map(line => line[column]?.length ?? 0))) ?? []
  console.log(`\n${title}`)
  for (const line of table)
    console.log(line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
  console.log(JSON.stringify({ bench: title, ...facts, rows }))
}
