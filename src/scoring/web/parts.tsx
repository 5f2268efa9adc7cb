export { ScoreCard } from './ScoreCard.tsx'
export type { ShownPoints } from './shownPoints.ts'
