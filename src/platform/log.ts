import pino, { type Logger } from 'pino'

export type Log = Logger

/**
 * JSON lines on standard output. Lines carry ids, counts and times, never names, addresses or texts of people; of an
 * error only its kind, code and place are kept, since a database's message can quote a row.
 */
export const createLog = (level: string): Log =>
  pino({
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: withoutData, error: withoutData },
  })

function withoutData(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const code = 'code' in error ? error.code : undefined
  const fromDatabase = 'severity' in error
  const { name, message, stack } = error
  return {
    type: name,
    code,
    message: fromDatabase ? undefined : message.slice(0, 500),
    at: stack
      ?.split('\n')
      .filter(line => line.trimStart().startsWith('at '))
      .slice(0, 12),
    cause: error.cause ? withoutData(error.cause) : undefined,
  }
}
