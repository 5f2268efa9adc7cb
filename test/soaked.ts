const times = Number(process.env.SOAK ?? 1)

/** So many runs of a property, or milliseconds for them: `npm run soak` takes SOAK times as many. */
export const soaked = (count: number): number => count * times

/** For properties on a database. */
export const patience = soaked(240_000)
