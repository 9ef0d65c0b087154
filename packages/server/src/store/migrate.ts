import { BlamefreeError } from '@blamefree/core'
import { createHash } from 'node:crypto'
import pg from 'pg'
import { APP_ROLE } from './app-role.ts'
import { MIGRATIONS } from './migrations/index.ts'

/** One step of the tables' history. Never changed once it has landed: a change is a new step. */
export interface Migration {
  /** `0001-house`: the number orders them. */
  readonly name: string
  /** Plain SQL, run in one transaction as the owner of the tables. */
  readonly sql: string
}

/** Any number, the same in every process: who holds this lock migrates. */
export const MIGRATION_LOCK = 7_461_202_601

/** The oldest PostgreSQL that we work on, as `server_version_num` says it. */
const OLDEST = 150_000

/** Runs the steps that this database has not had yet, under a lock, so that several processes may start at once. Refuses a database that a newer version has made. */
export async function migrate(owner: pg.ClientConfig, migrations: readonly Migration[] = MIGRATIONS): Promise<string[]> {
  const client = new pg.Client({ connectionTimeoutMillis: 15_000, ...owner })
  client.on('error', () => undefined)
  await client.connect()
  try {
    if (await isUpToDate(client, migrations)) return []
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await prepare(client)
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration order by name')
    const done = new Map(rows.map(({ name, hash }) => [name, hash]))
    refuseNewer(rows, migrations)
    const ran: string[] = []
    for (const step of migrations) {
      if (done.has(step.name)) {
        if (done.get(step.name) !== stepHash(step)) throw changed(step.name)
        continue
      }
      await inTransaction(client, () => runStep(client, step))
      ran.push(step.name)
    }
    return ran
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Whether there is nothing to do, which needs no lock: a step that has been done stays done. One question, because every start asks it. */
async function isUpToDate(client: pg.Client, migrations: readonly Migration[]): Promise<boolean> {
  try {
    const { rows } = await client.query<{ name: string; hash: string; server: number; member: boolean }>(
      `select name, hash, current_setting('server_version_num')::int as server, pg_has_role($1, 'member') as member from migration order by name`,
      [APP_ROLE],
    )
    const asWanted = migrations.every((step, at) => rows[at]?.name === step.name && rows[at].hash === stepHash(step))
    return asWanted && rows.length === migrations.length && rows.every(({ server, member }) => server >= OLDEST && member)
  } catch {
    // There is no such table or role yet. What else may be wrong shows in what comes now.
    return false
  }
}

/** Makes what the first step needs: the app's role, and the table that remembers which steps ran. Throws when the server is too old. */
export async function prepare(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
  )
  const [server] = rows
  if (server !== undefined && server.number < OLDEST) {
    throw new BlamefreeError(
      'store/too-old',
      `Cannot open the database: its server is PostgreSQL ${server.version}, and Blamefree needs 15 or newer.`,
      'Update the server, or point DATABASE_URL at another one.',
    )
  }
  await appRole(client)
  await client.query('create table if not exists migration (name text primary key, hash text not null, at timestamptz not null default now())')
}

/** Runs one step and remembers that it ran, in the caller's transaction. */
export async function runStep(client: pg.Client, step: Migration): Promise<void> {
  await client.query(step.sql)
  await client.query('insert into migration (name, hash) values ($1, $2)', [step.name, stepHash(step)])
}

/** Tells a step from a changed one. */
export const stepHash = ({ sql }: Migration): string => createHash('sha256').update(sql).digest('hex')

async function inTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

/** The role that the app works as; made once a server, which may hold several databases. A user who may not make roles is told what to run. */
async function appRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean; member: boolean }>(
    `select count(*) > 0 as there, coalesce(bool_or(pg_has_role(current_user, oid, 'member')), false) as member from pg_roles where rolname = $1`,
    [APP_ROLE],
  )
  const [state] = rows
  if (state?.there === true && state.member) return
  try {
    // One statement: made and granted, or neither. Somebody else may make it at the same moment, for another database of this server.
    await client.query(`do $$ begin
      if not exists (select from pg_roles where rolname = '${APP_ROLE}') then
        begin
          create role ${APP_ROLE} nologin;
        exception when duplicate_object or unique_violation then null;
        end;
      end if;
      grant ${APP_ROLE} to current_user;
    end $$`)
  } catch (cause) {
    if ((cause as { code?: string }).code !== '42501') throw cause
    throw new BlamefreeError(
      'store/app-role',
      `Cannot prepare the database: its user may not make the role ${APP_ROLE}, which the app works as so that it owns no table.`,
      `Run this once as a superuser: create role ${APP_ROLE} nologin; grant ${APP_ROLE} to <the user of DATABASE_URL>;`,
      { cause },
    )
  }
}

function refuseNewer(rows: readonly { name: string }[], migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = rows.find(({ name }) => !known.has(name))
  if (unknown === undefined) return
  throw new BlamefreeError(
    'store/newer',
    `Cannot open the database: a newer version of Blamefree has made it (it has had the step ${unknown.name}).`,
    'Start that version, or restore a backup made before the update.',
  )
}

function changed(name: string): BlamefreeError {
  return new BlamefreeError(
    'store/changed-step',
    `Cannot open the database: the step ${name} that made it is not the one of this version.`,
    'This is a fault of ours. Please report it; nothing was changed.',
  )
}
