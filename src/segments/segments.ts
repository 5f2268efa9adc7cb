export { commonIn } from './common.ts'
export { getSegment, listSegments } from './reading.ts'
export { fillSegment, refillSegments, refreshDue, refreshSegments } from './refreshing.ts'
export { createSegment, removeSegment, restoreSegment, updateSegment } from './saving.ts'
