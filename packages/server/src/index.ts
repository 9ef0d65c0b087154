// The server's vocabulary, in reading order.
export { readSettings, SETTINGS, type Settings } from './settings.ts'
export { openDatabase, type Database } from './store/database.ts'
export { may, type Answer, type Thing, type Verb } from './people/policy.ts'
export { SCOPES, SYSTEM, type MemberRole, type Principal, type Scope } from './people/principal.ts'
export { serve, type Serving } from './serve.ts'
export { openLog, type Log } from './log.ts'
