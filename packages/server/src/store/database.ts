import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { APP_ROLE } from './app-role.ts'
import { startEmbedded } from './embedded/embedded-postgres.ts'
import { markClaim } from './idempotency.ts'
import { migrate } from './migrate.ts'
import { listenOn, type Doorbell } from './doorbell.ts'
import { instantOf } from './instant-of.ts'
import { openPool } from './open-pool.ts'
import { preparing } from './prepared.ts'
import type { Tables } from './tables.ts'
import { unreachable } from './unreachable.ts'

/** The store's database, open and migrated. Everything in it is done as a role that owns no table. */
export interface Database {
  /** Our own private server, or one that `DATABASE_URL` names. */
  readonly kind: 'embedded' | 'server'
  /** For plain SQL: search, reports, COPY. */
  readonly pool: pg.Pool
  /** For everything that filters and writes. */
  readonly sql: Kysely<Tables>
  /** The folder of the embedded server; null with `DATABASE_URL`. */
  readonly folder: string | null
  /** How the app's role connects, for libraries with a pool of their own. */
  readonly app: pg.ClientConfig
  /** How the owner of the tables connects: for migrations, backup and the job queue's own tables. */
  readonly owner: pg.ClientConfig
  /** All or nothing. Runs the work again when the database says that it collided with another (40001, 40P01), so the work must not reach outside. */
  tx<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>
  /** Rings when another process (or this one) has written something: ids only, and a missed ring must not matter. */
  readonly doorbell: Doorbell
  close(): Promise<void>
}

/** Where the database is. */
export interface DatabaseSettings {
  /** `postgres://…`, or null for the embedded server in `dataDir`. */
  readonly url: string | null
  readonly dataDir: string
  /** The folder of PostgreSQL's programs for the embedded server; null: those from npm, else the system's. */
  readonly binDir?: string | null
  /** Hears what somebody who runs the server should know about the embedded server, a sentence at a time. */
  readonly report?: (sentence: string) => void
  /** Connections of this process. */
  readonly connections?: number
}

/** How values leave the database: instants as they are everywhere else (UTC, milliseconds, Z), days as days, bigint as a number. Of this pool only: libraries have theirs. */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.TIMESTAMPTZ]: instantOf,
  [pg.types.builtins.DATE]: (text) => text,
}
const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    const own = format === 'binary' ? undefined : PARSERS[oid as number]
    return own ?? pg.types.getTypeParser(oid, format ?? 'text')
  },
}

/** Opens the database, starting the embedded one where no other is named, and brings its tables up to date. Throws in sentences. */
export async function openDatabase({ url, dataDir, binDir = null, report = () => undefined, connections = 20 }: DatabaseSettings): Promise<Database> {
  const embedded = url === null ? await startEmbedded(dataDir, { binDir, report }) : null
  const owner: pg.ClientConfig = embedded?.connection ?? { connectionString: url ?? '' }
  try {
    await migrate(owner)
  } catch (error) {
    await embedded?.stop()
    throw unreachable(error)
  }
  const config = { ...owner, options: `-c role=${APP_ROLE} -c timezone=UTC -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000` }
  const pool = openPool({ ...config, types, max: connections })
  const sql = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
  const doorbell = await listenOn(config)
  return {
    kind: embedded === null ? 'server' : 'embedded',
    pool,
    sql,
    folder: embedded?.folder ?? null,
    app: config,
    owner,
    doorbell,
    tx: (work) =>
      again(() =>
        sql.transaction().execute(async (tx) => {
          const done = await work(tx)
          await markClaim(tx)
          return done
        }),
      ),
    async close() {
      await doorbell.close()
      await sql.destroy()
      await embedded?.stop()
    },
  }
}

const COLLISIONS = new Set(['40001', '40P01', '55P03'])

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= 5 || !COLLISIONS.has((error as { code?: string }).code ?? '')) throw error
      await new Promise((resume) => setTimeout(resume, 5 * 2 ** attempt))
    }
  }
}
