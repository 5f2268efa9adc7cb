export type Value = string | number | undefined

/** What a file holds; its rows come as they are read. */
export type Table = { title: string; headers: string[]; rows: AsyncIterable<Value[]> }
