import type { Followed } from '../../ui/live.ts'

/** What each topic of the live updates makes stale: the beginnings of query keys. */
export const followed: Followed = {
  contact: [['contacts'], ['lists'], ['activity'], ['reports']],
  event: [['activity'], ['contacts'], ['lists'], ['reports']],
  standing: [['lifecycle'], ['scoring'], ['lists'], ['contacts'], ['reports']],
  import: [['imports']],
  definition: [['definitions'], ['lifecycle'], ['scoring'], ['reports']],
  demo: [['contacts'], ['lists'], ['reports'], ['demo']],
  workspace: [['identity']],
}
