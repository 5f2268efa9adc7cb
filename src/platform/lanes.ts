/** Transactions at once. */
const lanes = 2

/** Works off what a generator gives, several at a time. When one fails no other is begun, and those that were are waited for. */
export async function inLanes<T>(items: AsyncGenerator<T>, work: (item: T) => Promise<void>): Promise<void> {
  // A lane that fails closes the generator, and so ends the others.
  const lane = async () => {
    for await (const item of items) await work(item)
  }
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane))
  for (const each of ended) if (each.status === 'rejected') throw each.reason
}
