/** A limit that can be said aloud: two figures or, of seconds, whole minutes and quarters of an hour. */
export function roundLimit(value: number, isDuration: boolean): number {
  if (!isDuration) return Number(value.toPrecision(2))
  const step = value < 60 ? 10 : value < 3600 ? 60 : 900
  return Math.max(step, step * Math.round(value / step))
}
