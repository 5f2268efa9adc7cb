/** Transactions at once. */
const lanes = 2

/** Works off what a generator gives, several at a time. */
export async function inLanes<T>(items: AsyncGenerator<T>, work: (item: T) => Promise<void>): Promise<void> {
  const lane = async () => {
    for (let next = await items.next(); !next.done; next = await items.next()) await work(next.value)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
