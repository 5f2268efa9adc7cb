export { Reasons } from './Receipt.tsx'
export { type ShownMove, StandingCard } from './StandingCard.tsx'
