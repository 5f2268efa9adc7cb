import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Journeys begin first: one that began last would run on alone, with a processor idle. */
class JourneysFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files)
    const journey = ({ moduleId }: TestSpecification) => /\/test\/(journeys|crash)/.test(moduleId)
    return [...sorted.filter(journey), ...sorted.filter(file => !journey(file))]
  }
}

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
    globalSetup: ['test/postgres.ts'],
    // Files wait a good deal for browsers and databases: one worker for each processor, not one fewer.
    maxWorkers: '100%',
    // A worker keeps what it has loaded for its next file: loading it anew was a third of the time of most files.
    isolate: false,
    sequence: { sequencer: JourneysFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
