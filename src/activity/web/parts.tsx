export type { Entry } from './logEntry.ts'
export { QuickLog } from './QuickLog.tsx'
export { Timeline, type TimelineFilter, useEventName } from './Timeline.tsx'
export { mixed, type TimelineItem } from './timelineItems.ts'
