/** The only source of the present instant; tests and replays pass their own. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()
