export { directionAt, pairMessages } from './pairing.ts'
