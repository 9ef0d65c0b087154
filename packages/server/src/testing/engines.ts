import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { migrate } from '../store/migrate.ts'
import { named, ownServer, runSql as run, TEMPLATE } from './own-server.ts'

/** A PostgreSQL that tests make databases on: one server a test process, started for the first test that asks, gone with the process. */
export interface Engine {
  readonly name: string
  /** Why it is not here; null where it is. */
  readonly missing: string | null
  /** An empty database of a test's own, as an address; dropped after the test. */
  empty(context: Pick<TestContext, 'after'>): Promise<string>
  /** A database with all tables, as an address; dropped after the test. */
  migrated(context: Pick<TestContext, 'after'>): Promise<string>
}

const DEBIAN = '/usr/lib/postgresql/15/bin'
const NAMED = process.env['DATABASE_URL'] ?? ''

/** The PostgreSQL that comes along, without its promise to survive a power cut, which tests of it do not ask for. */
export const EMBEDDED: Engine = engine('the embedded PostgreSQL', null, () => ownServer(null))

/** Every engine that the store has to work on. */
export const ENGINES: readonly Engine[] = [
  EMBEDDED,
  engine('PostgreSQL 15 of Debian', existsSync(join(DEBIAN, 'initdb')) ? null : `there is no ${DEBIAN} (Debian: apt-get install postgresql)`, () =>
    ownServer(DEBIAN),
  ),
  engine('the server of DATABASE_URL', NAMED === '' ? 'DATABASE_URL is not set' : null, () => Promise.resolve(NAMED)),
]

/** The engine that suites run on which do not loop over all: the server of `DATABASE_URL` where that is set, Debian's with `BLAMEFREE_TEST_ENGINE=debian`. */
export function chosenEngine(): Engine {
  const [embedded = EMBEDDED, debian = EMBEDDED, named = EMBEDDED] = ENGINES
  return process.env['BLAMEFREE_TEST_ENGINE'] === 'debian' ? debian : NAMED === '' ? embedded : named
}

/** One test for each engine; where an engine is not here, it is skipped with the reason. */
export function onEveryEngine(title: string, body: (context: TestContext, engine: Engine) => Promise<void>): void {
  for (const one of ENGINES) test(`${title} (${one.name})`, { skip: one.missing ?? false }, (context) => body(context, one))
}

function engine(name: string, missing: string | null, start: () => Promise<string>): Engine {
  let server: Promise<string> | null = null
  let template: Promise<string> | null = null
  let count = 0
  const create = async (context: Pick<TestContext, 'after'>, like: string): Promise<string> => {
    const base = await (server ??= start())
    const made = `blamefree_test_${process.pid}_${++count}`
    // Two copies of one template at once are refused by PostgreSQL, so they wait for each other.
    await inTurn(() => run(base, `create database ${made} template ${like} strategy file_copy`))
    context.after(() => run(base, `drop database if exists ${made} with (force)`))
    return named(base, made)
  }
  const makeTemplate = async (): Promise<string> => {
    const base = await (server ??= start())
    if (base !== NAMED) return TEMPLATE
    const made = `blamefree_test_${process.pid}_template`
    await run(base, `create database ${made} template template0`)
    await migrate({ connectionString: named(base, made) })
    process.once('beforeExit', () => void run(base, `drop database if exists ${made} with (force)`))
    return made
  }
  return {
    name,
    missing,
    empty: (context) => create(context, 'template0'),
    migrated: async (context) => create(context, await (template ??= makeTemplate())),
  }
}

let last: Promise<unknown> = Promise.resolve()

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work, work)
  last = done.catch(() => undefined)
  return done
}
