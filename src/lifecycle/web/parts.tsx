export { type ShownMove, StandingCard } from './StandingCard.tsx'
