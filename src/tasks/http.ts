import { mustKnow } from '../contacts/contacts.ts'
import { serve } from '../platform/http.ts'
import { tasksContract } from './contract.ts'
import { addTask, finishTask, openTasks, tasksOf } from './tasks.ts'

const on = serve(tasksContract)

export const tasksHttp = {
  open: on.open.handler(({ input, context: { ctx } }) => openTasks(ctx, input)),
  of: on.of.handler(async ({ input: { id }, context: { ctx } }) => {
    await mustKnow(ctx, id)
    return tasksOf(ctx, id)
  }),
  add: on.add.handler(({ input: { id, ...task }, context: { ctx } }) => addTask(ctx, id, task)),
  finish: on.finish.handler(({ input: { id }, context: { ctx } }) => finishTask(ctx, id)),
}
