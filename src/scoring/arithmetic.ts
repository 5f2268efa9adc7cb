/** The arithmetic of the numbers shown, for who has their parts in hand; what PostgreSQL works out for sets is in fading.ts. */

/** An axis of the score: whole points from 0 to 100. */
export const axisOf = (points: number): number => Math.floor(Math.min(100, Math.max(0, points)) + 0.5)

/** The total of both axes, in whole points; `fitShare` is the percentage that fit gives. */
export const totalOf = (fitShare: number, fit: number, engagement: number): number =>
  Math.floor((fitShare * fit + (100 - fitShare) * engagement + 50) / 100)
