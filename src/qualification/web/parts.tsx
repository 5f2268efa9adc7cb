export { QualificationCard } from './QualificationCard.tsx'
