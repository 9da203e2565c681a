import pino from 'pino'

export type Log = pino.Logger

/** One line a fact, as JSON. Bodies, queries and people's data never enter it. */
export const openLog = (level = 'info'): Log =>
  pino({ level, base: null, redact: { paths: ['*.password', '*.cookie', '*.authorization'], remove: true } })
