export { answer, type GivenAnswer } from './answering.ts'
export { assess, forgetVerdicts, isDisqualified } from './assessing.ts'
export {
  type Disqualified,
  disqualify,
  disqualifyMany,
  type NewDisqualification,
  reasonsOf,
  requalify,
} from './disqualifying.ts'
export { flawsOfFramework } from './frameworkFlaws.ts'
export type { Framework } from './frameworks.ts'
export { publishFramework, qualificationOf } from './inForce.ts'
export {
  forgetFramework,
  keepFramework,
  libraryOf,
  ownQuestions,
  type Use,
  usersOf,
  writeFramework,
} from './library.ts'
export { conversations, qualify } from './reading.ts'
export { type DefaultReason, reasonsToDisqualify } from './reasons.ts'
