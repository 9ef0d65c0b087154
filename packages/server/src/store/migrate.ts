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
const LOCK = 7_461_202_601

/** Runs the steps that this database has not had yet, under a lock, so that several processes may start at once. Refuses a database that a newer version has made. */
export async function migrate(owner: pg.ClientConfig, migrations: readonly Migration[] = MIGRATIONS): Promise<string[]> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await appRole(client)
    await client.query('create table if not exists migration (name text primary key, hash text not null, at timestamptz not null default now())')
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration order by name')
    const done = new Map(rows.map(({ name, hash }) => [name, hash]))
    refuseNewer(rows, migrations)
    const ran: string[] = []
    for (const { name, sql } of migrations) {
      const hash = createHash('sha256').update(sql).digest('hex')
      if (done.has(name)) {
        if (done.get(name) !== hash) throw changed(name)
        continue
      }
      await client.query('begin')
      try {
        await client.query(sql)
        await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      }
      ran.push(name)
    }
    return ran
  } finally {
    await client.end()
  }
}

/** The role that the app works as; made once. A user who may not make roles is told what to run. */
async function appRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean; member: boolean }>(
    `select count(*) > 0 as there, coalesce(bool_or(pg_has_role(current_user, oid, 'member')), false) as member from pg_roles where rolname = $1`,
    [APP_ROLE],
  )
  const [state] = rows
  if (state?.there === true && state.member) return
  try {
    if (state?.there !== true) await client.query(`create role ${APP_ROLE} nologin`)
    await client.query(`grant ${APP_ROLE} to current_user`)
  } catch (cause) {
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
