import type { Followed } from '../../ui/live.ts'

/** What each topic of the live updates makes stale: the beginnings of query keys. */
export const followed: Followed = {
  topics: {
    // The first of one's own hides the example data.
    contact: [
      ['contacts'],
      ['tasks'],
      ['qualification'],
      ['lists'],
      ['activity', 'timeline'],
      ['reports'],
      ['demo'],
    ],
    event: [['activity', 'timeline'], ['qualification'], ['contacts', 'get'], ['lists', 'evidence']],
    standing: [['lifecycle'], ['qualification'], ['scoring'], ['lists'], ['contacts'], ['reports']],
    import: [['imports'], ['reports'], ['lists']],
    bulk: [['lists', 'running']],
    definition: [['definitions'], ['qualification'], ['lifecycle'], ['scoring'], ['reports']],
    draft: [
      ['lifecycle', 'draft'],
      ['lifecycle', 'preview'],
      ['qualification', 'library'],
    ],
    preview: [['lifecycle', 'preview']],
    past: [['lifecycle', 'pastPlacing']],
    segment: [['segments'], ['lists']],
    proof: [['proof']],
    demo: [['contacts'], ['lists'], ['reports'], ['demo']],
    workspace: [['identity']],
  },
  // An organisation's page shows its people, and a person's its organisations.
  showOthers: [['contacts', 'get']],
}
