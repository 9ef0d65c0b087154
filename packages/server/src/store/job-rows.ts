import type { Instant } from '@blamefree/core'
import { sql, type Kysely } from 'kysely'
import type { Principal } from '../people/principal.ts'
import { APP_ROLE } from './app-role.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'
import { visible } from './things.ts'

/** The schema of the job queue's own tables, which its library makes. */
export const JOBS_SCHEMA = 'jobs'

/** Lets the app's role work in the queue's tables. Run as their owner. */
export async function grantJobs(owner: { executeSql(text: string): Promise<unknown> }): Promise<void> {
  await owner.executeSql(`
    grant usage on schema ${JOBS_SCHEMA} to ${APP_ROLE};
    grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to ${APP_ROLE};
    grant usage on all sequences in schema ${JOBS_SCHEMA} to ${APP_ROLE};
    grant execute on all functions in schema ${JOBS_SCHEMA} to ${APP_ROLE};`)
}

/** How a queue is set, in the library's words. */
export interface QueueSettings {
  readonly name: string
  readonly retryLimit: number
  readonly retryDelay: number
  readonly retryDelayMax: number | null
  readonly expireInSeconds: number
  readonly heartbeatSeconds: number | null
  readonly deleteAfterSeconds: number
  readonly retentionSeconds: number
}

/** The queues that are there; none where the app's role may not work in all of their tables, or they have not been made yet. */
export async function readQueues({ pool }: Pick<Database, 'pool'>): Promise<QueueSettings[]> {
  try {
    const { rows } = await pool.query<QueueSettings>(`
      select name, retry_limit as "retryLimit", retry_delay as "retryDelay", retry_delay_max as "retryDelayMax", expire_seconds as "expireInSeconds",
        heartbeat_seconds as "heartbeatSeconds", deletion_seconds as "deleteAfterSeconds", retention_seconds as "retentionSeconds"
      from ${JOBS_SCHEMA}.queue where not exists (
        select from pg_class c where c.relnamespace = '${JOBS_SCHEMA}'::regnamespace and c.relkind in ('r', 'p') and not has_table_privilege('${APP_ROLE}', c.oid, 'delete'))`)
    return rows
  } catch (error) {
    // There is no such table or schema, or nothing was granted yet.
    if (['42P01', '3F000', '42501'].includes((error as { code?: string }).code ?? '')) return []
    throw error
  }
}

/** How a job stands. `waiting` includes those that wait to be tried again. */
export const JOB_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export type JobState = (typeof JOB_STATES)[number]

/** A job as people see it. */
export interface JobRow {
  readonly id: string
  readonly name: string
  readonly state: JobState
  /** How often it has been begun. */
  readonly attempts: number
  readonly by: string | null
  readonly incident: string | null
  readonly progress: Readonly<Record<string, string | number>> | null
  /** What it made; null while it has not, and of a job that makes nothing. */
  readonly result: unknown
  /** Why it failed, the last time. */
  readonly error: { readonly code: string; readonly message: string } | null
  readonly createdAt: Instant
  readonly startedAt: Instant | null
  readonly finishedAt: Instant | null
  /** When it is tried next, while it waits. */
  readonly nextAt: Instant | null
}

const STATE = `case j.state when 'created' then 'waiting' when 'retry' then 'waiting' when 'active' then 'running' when 'completed' then 'done' else j.state::text end`

const ROW = `select j.id, j.name, ${STATE} as state, j.retry_count + (case when j.started_on is null then 0 else 1 end) as attempts, j.data ->> 'by' as by,
    j.data ->> 'incident' as incident, p.progress, case when j.state = 'completed' then j.output end as result, case when j.state <> 'completed' then j.output end as error,
    j.created_on as "createdAt", j.started_on as "startedAt", j.completed_on as "finishedAt", case when j.state in ('created', 'retry') then j.start_after end as "nextAt"
  from ${JOBS_SCHEMA}.job j left join job_progress p on p.job_id = j.id left join incident i on i.id = (j.data ->> 'incident')::uuid`

/** Administrators see every job, everybody their own; nobody one about an incident that is hidden from them. */
const SEEN = `($2 or j.data ->> 'by' = $1) and (j.data ->> 'incident' is null or ${visible('i', '$1')})`

/** Jobs, newest first. */
export async function listJobs(
  { pool }: Database,
  person: Principal,
  {
    limit,
    before,
    state = null,
    name = null,
  }: { readonly limit: number; readonly before: string | null; readonly state?: JobState | null | undefined; readonly name?: string | null | undefined },
): Promise<JobRow[]> {
  const { rows } = await pool.query<JobRow>(
    `${ROW} where ${SEEN} and j.name not like '\\_\\_%' and ($3::uuid is null or j.id < $3) and ($4::text is null or ${STATE} = $4) and ($5::text is null or j.name = $5)
     order by j.id desc limit $6`,
    [person.memberId ?? '', person.role === 'administrator', before, state, name, limit],
  )
  return rows.map(toldRow)
}

export async function findJob({ pool }: Database, person: Principal, id: string): Promise<JobRow | null> {
  const { rows } = await pool.query<JobRow>(`${ROW} where ${SEEN} and j.id = $3`, [person.memberId ?? '', person.role === 'administrator', id])
  const [row] = rows
  return row === undefined ? null : toldRow(row)
}

/** The queue's own words for a job whose process was killed are not ours to show. */
function toldRow(row: JobRow): JobRow {
  if (row.error === null) return row
  const { code, message } = row.error as { readonly code?: unknown; readonly message?: unknown }
  const ours = typeof code === 'string' && typeof message === 'string'
  return { ...row, error: ours ? { code, message } : { code: 'interrupted', message: 'It was interrupted.' } }
}

export interface JobCount {
  readonly name: string
  readonly waiting: number
  readonly running: number
  readonly failed: number
}

/** How many jobs of each kind named wait, run and have failed. */
export async function countJobs({ pool }: Pick<Database, 'pool'>, names: readonly string[]): Promise<JobCount[]> {
  const { rows } = await pool.query<JobCount>(
    `select name, count(j.id) filter (where j.state in ('created', 'retry'))::int as waiting, count(j.id) filter (where j.state = 'active')::int as running,
            count(j.id) filter (where j.state = 'failed')::int as failed
     from unnest($1::text[]) as name left join ${JOBS_SCHEMA}.job j using (name) group by name order by name`,
    [names],
  )
  return rows
}

export async function writeProgress(store: Kysely<Tables>, id: string, progress: Readonly<Record<string, string | number>>): Promise<void> {
  const text = JSON.stringify(progress)
  await store
    .insertInto('job_progress')
    .values({ job_id: id, progress: text })
    .onConflict((conflict) => conflict.column('job_id').doUpdateSet({ progress: text, updated_at: sql`now()` }))
    .execute()
}

/** Progress is kept as long as its job. */
export async function removeOldProgress({ pool }: Pick<Database, 'pool'>): Promise<void> {
  await pool.query(`delete from job_progress p where not exists (select from ${JOBS_SCHEMA}.job j where j.id = p.job_id)`)
}
