export { answer, type GivenAnswer } from './answering.ts'
export { readAnswersIn, writeAnswersIn } from './answersInEvents.ts'
export { assess, forgetVerdicts, isDisqualified, supposedVerdicts } from './assessing.ts'
export {
  type Disqualified,
  disqualify,
  disqualifyMany,
  type NewDisqualification,
  reasonsOf,
  requalify,
} from './disqualifying.ts'
export {
  forgetFramework,
  keepFramework,
  libraryOf,
  ownQuestions,
  writeFramework,
} from './library.ts'
export { conversations, qualify } from './reading.ts'
export { type DefaultReason, reasonsToDisqualify } from './reasons.ts'
