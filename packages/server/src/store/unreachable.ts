import { BlamefreeError } from '@blamefree/core'

/** Why a database cannot be opened, in a sentence that names no password; anything else is given back as it came. */
export function unreachable(error: unknown): unknown {
  if (error instanceof BlamefreeError) return error
  const { code = '', message = '' } = error as { code?: string; message?: string }
  const [why, hint = 'Check DATABASE_URL, and that the server runs.'] = WHY[code] ?? (/timeout/i.test(message) ? SILENT : [])
  return why === undefined ? error : new BlamefreeError('store/unreachable', `Cannot open the database: ${why}.`, hint, { cause: error })
}

const SILENT = ['nothing answered there within 15 seconds'] as const

/** By the code of the system or of PostgreSQL (its manual, appendix A). */
const WHY: Readonly<Record<string, readonly [why: string, hint?: string]>> = {
  ECONNREFUSED: ['nothing listens there'],
  ECONNRESET: ['the connection was cut'],
  ETIMEDOUT: SILENT,
  EHOSTUNREACH: ['there is no way to that host'],
  ENOTFOUND: ['there is no such host'],
  EAI_AGAIN: ['the name of its host cannot be looked up'],
  ENOENT: ['there is no such socket'],
  EACCES: ['this user may not use its socket'],
  '28P01': ['the password is wrong', 'Correct DATABASE_URL.'],
  '28000': ['this user may not connect', 'Check the user in DATABASE_URL and the server’s pg_hba.conf.'],
  '3D000': ['there is no such database', 'Make it (createdb blamefree), or correct the name in DATABASE_URL.'],
  '42501': ['its user may not make tables there', 'Make the user of DATABASE_URL the owner of the database: alter database … owner to …'],
  '53100': ['its disk is full', 'Make room, then start again. Nothing that was saved is lost.'],
  '53300': ['it has no connection left', 'Raise max_connections, or stop what else uses it.'],
  '57P03': ['it is starting up or shutting down', 'Start again in a moment.'],
}
