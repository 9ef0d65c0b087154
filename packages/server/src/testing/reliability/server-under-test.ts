import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { newToken } from '../../secrets.ts'
import { openDatabase, type DatabaseSettings } from '../../store/database.ts'
import { newId } from '../../store/identity.ts'
import { newPostMortem } from '../typist.ts'
import { PARAGRAPH, type TypedText } from './live-writer.ts'
import { withOwner } from '../../store/owner-connection.ts'

/** A server in a process of its own, to be hurt. */
export interface ServerUnderTest {
  readonly child: ChildProcess
  readonly address: string
  /** From the start of the process to its first answer, in milliseconds. */
  readonly readyAfter: number
  readonly ended: Promise<unknown>
  /** The last of what it said. */
  readonly said: () => string
}

/** Starts a server and waits for its first answer. Throws with what it said when it ends instead. */
export async function startServer(settings: DatabaseSettings, port: number): Promise<ServerUnderTest> {
  const began = performance.now()
  const { child, said, ended } = spawnServer(settings, port)
  const address = `http://127.0.0.1:${port}`
  const state = { ended: false }
  void ended.then(() => (state.ended = true))
  while (!state.ended && performance.now() - began < 120_000) {
    const answer = await fetch(`${address}/readyz`).catch(() => null)
    if (answer?.status === 200) return { child, address, readyAfter: performance.now() - began, ended, said }
    await new Promise((resume) => setTimeout(resume, 10))
  }
  child.kill('SIGKILL')
  throw new Error(`The server did not start: ${said()}`)
}

/** Starts the process of a server and does not wait. */
export function spawnServer({ url, dataDir }: DatabaseSettings, port: number): { child: ChildProcess; said: () => string; ended: Promise<unknown> } {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '..', 'serve-process.ts')], {
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      ...(url === null ? {} : { DATABASE_URL: url }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const take = (chunk: Buffer): void => void (said = (said + chunk.toString()).slice(-2000))
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  return { child, said: () => said, ended: once(child, 'exit') }
}

/** Kills the server's process, and with `database` its embedded PostgreSQL in the same moment. Nothing gets to say goodbye. */
export async function kill({ child, ended }: Pick<ServerUnderTest, 'child' | 'ended'>, dataDir: string, database: boolean): Promise<void> {
  if (database) killDatabase(dataDir)
  child.kill('SIGKILL')
  await ended
}

/** Kills the embedded PostgreSQL of a folder, where it runs. */
export function killDatabase(dataDir: string): void {
  try {
    process.kill(Number(readFileSync(join(resolve(dataDir), 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  } catch {
    // It is not up yet, or down already.
  }
}

/** Makes the tables, a text to type into, and members with an API key each: several, because requests are counted by member. */
export async function prepare(settings: DatabaseSettings, keys: number): Promise<{ readonly tokens: string[]; readonly typed: TypedText }> {
  const database = await openDatabase(settings)
  const tokens = Array.from({ length: keys }, () => newToken('bf_key_'))
  for (const { token, hash } of tokens) {
    const member = newId()
    await database.sql
      .insertInto('member')
      .values({ id: member, name: 'Reliability', email: `${member}@example.com`, role: 'administrator' })
      .execute()
    await database.sql
      .insertInto('api_key')
      .values({ id: newId(), name: 'reliability', prefix: token.slice(0, 12), token_hash: hash, scopes: ['admin'], member_id: member })
      .execute()
  }
  const postMortem = await newPostMortem(database, `## Notes\n\n${PARAGRAPH}\n`)
  // Its incident has no record that its text could be filled from anew.
  await database.sql.updateTable('post_mortem').set({ facts_revision: 1 }).where('id', '=', postMortem).execute()
  await database.close()
  return { tokens: tokens.map(({ token }) => token), typed: { postMortem, words: [] } }
}

/** Rows that are there although what belongs to them is not: each a sentence. */
export async function halves(settings: DatabaseSettings): Promise<string[]> {
  return await withOwner(settings, async (owner) => {
    const client = new pg.Client(owner)
    await client.connect()
    try {
      const found: string[] = []
      for (const [sentence, sql] of HALVES) {
        const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from (${sql}) x`)
        if ((rows[0]?.n ?? 0) > 0) found.push(`${rows[0]?.n} ${sentence}`)
      }
      return found
    } finally {
      await client.end()
    }
  })
}

/** What is written in one transaction has to be there together. */
const HALVES: readonly (readonly [string, string])[] = [
  [
    'deliveries that are done and have no incident',
    `select id from intake t where state = 'done' and not exists (select from incident i where i.id = t.incident_id)`,
  ],
  ['titles that more than one incident has: a job took effect twice', `select title from incident group by title having count(*) > 1`],
  [
    'records without an incident’s event',
    `select id from incident i where exists (select from incident_raw r where r.incident_id = i.id) and not exists (select from event e where e.incident_id = i.id)`,
  ],
  [
    'incidents without the line of the audit log that made them',
    `select id from incident i where created_by is not null and not exists (select from audit a where a.incident_id = i.id)`,
  ],
  [
    'incidents that were never announced',
    `select id from incident i where created_by is not null and not exists (select from outbox o where o.incident_id = i.id)`,
  ],
  [
    'follow-ups without their line of the audit log',
    `select id from follow_up f where not exists (select from audit a where a.incident_id = f.incident_id and a.subject = f.id::text)`,
  ],
  [
    'follow-ups of the audit log that are not there',
    `select id from audit a where action = 'follow-up.add' and not exists (select from follow_up f where f.id::text = a.subject)`,
  ],
  [
    'timeline entries of the audit log that are not there',
    `select id from audit a where action = 'timeline.add' and not exists (select from event e where e.incident_id = a.incident_id and e.id = a.subject)`,
  ],
]
