import {
  moveEvents,
  moveMergedEvents,
  restoreEventsOf,
  settleTakenBack,
  withdrawEventsOf,
} from '../activity/activity.ts'
import type { MoveBelongings, WithdrawEvents } from '../contacts/contacts.ts'
import { moveMergedPlacements, movePlacements } from '../lifecycle/lifecycle.ts'
import { moveMergedTasks, moveTasks, withdrawTasks } from '../tasks/tasks.ts'

/** What goes with a contact that another takes in and is kept by features above contacts. */
export const moveBelongings: MoveBelongings = async (ctx, move) => ({
  events: await moveEvents(ctx, move),
  placements: await movePlacements(ctx, move),
  tasks: await moveTasks(ctx, move),
})

/** An undo withdraws the events of the act, or gives back what a merge moved; undoing that does it over. */
export const withdrawBelongings: WithdrawEvents = async (ctx, changeSetId, withdrawn) => {
  await (withdrawn ? withdrawEventsOf : restoreEventsOf)(ctx, changeSetId)
  await withdrawTasks(ctx, changeSetId, withdrawn)
  await settleTakenBack(ctx, changeSetId, withdrawn)
  await moveMergedEvents(ctx, changeSetId, withdrawn)
  await moveMergedPlacements(ctx, changeSetId, withdrawn)
  await moveMergedTasks(ctx, changeSetId, withdrawn)
}
