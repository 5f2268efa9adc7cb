export { OpenTasks } from './OpenTasks.tsx'
export { TaskOf } from './TaskOf.tsx'
