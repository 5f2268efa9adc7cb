/** Events in, timeline out. Nothing else writes the tables `events` and `custom_event_types`. */
export {
  type AnsweredEvent,
  type Answering,
  type Answers,
  mayAnswer,
  recordAnswered,
  type ToldEvent,
} from './answeredEvents.ts'
export { type Correction, correctEvent } from './correcting.ts'
export {
  type CustomEventType,
  customEventTypes,
  eventNameOf,
  putEventType,
  removeEventType,
} from './customTypes.ts'
export { moveEvents, moveMergedEvents } from './merging.ts'
export { directionAt, mispaired, pairMessages } from './pairing.ts'
export { checkEvents, type NewEvent, type Recorded, type RecordOptions, recordEvents } from './recording.ts'
export { type TimelineEvent, type TimelineQuery, timelineOf } from './timeline.ts'
export {
  restoreEvents,
  restoreEventsOf,
  settleTakenBack,
  withdrawEvents,
  withdrawEventsOf,
} from './withdrawing.ts'
