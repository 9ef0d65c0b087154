// Figures of the incident API over its own door: an alert's webhook to a durable incident, a filtered list, a search with highlights. On the embedded server, or on an empty database
// of yours that DATABASE_URL names.
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { buildApp } from '../src/api/app.ts'
import { openHouse } from '../src/open-house.ts'
import { openLog } from '../src/log.ts'
import { newToken } from '../src/secrets.ts'
import { readSettings } from '../src/settings.ts'
import { newId } from '../src/store/identity.ts'
import { alertBody } from '../src/testing/records.ts'

const COUNT = 10_000
const folder = mkdtempSync(join(tmpdir(), 'blamefree-bench-'))
const open = await openHouse(
  readSettings({ DATA_DIR: folder, DATABASE_URL: process.env['DATABASE_URL'] }),
  openLog('silent', () => undefined),
)
await open.begin()
const app = await buildApp(open.house)
await app.ready()
const { pool } = open.house.db
const { token, hash } = newToken('bf_key_')
const member = newId()
await pool.query(`insert into member (id, name, email, role) values ($1, 'Bench', 'bench@example.com', 'administrator')`, [member])
await pool.query(`insert into api_key (id, name, prefix, token_hash, scopes, member_id) values ($1, 'bench', 'bench', $2, '{admin}', $3)`, [
  newId(),
  hash,
  member,
])

/** Asks, and gives milliseconds of wall time and of this process's CPU time. */
async function ask(method: 'GET' | 'POST', url: string, payload?: object): Promise<{ wall: number; cpu: number }> {
  const before = process.cpuUsage()
  const began = performance.now()
  const answer = await app.inject({ method, url, headers: { authorization: `Bearer ${token}` }, ...(payload === undefined ? {} : { payload }) })
  const wall = performance.now() - began
  const { user, system } = process.cpuUsage(before)
  if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body.slice(0, 300)}`)
  return { wall, cpu: (user + system) / 1000 }
}

async function measure(name: string, rounds: number, work: (round: number) => Promise<{ wall: number; cpu: number }>): Promise<void> {
  const taken: { wall: number; cpu: number }[] = []
  for (let round = 0; round < rounds + 20; round++) {
    // The limit of requests a minute would be what is measured.
    if (round % 40 === 39) await new Promise((resume) => setTimeout(resume, 1_500))
    const one = await work(round)
    if (round >= 20) taken.push(one)
  }
  const at = (part: 'wall' | 'cpu', share: number): string => {
    const sorted = taken.map((one) => one[part]).toSorted((a, b) => a - b)
    return (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1)
  }
  console.log(`  ${name}: p50 ${at('wall', 0.5)} ms, p10 ${at('wall', 0.1)} ms, p99 ${at('wall', 0.99)} ms; CPU of the app p50 ${at('cpu', 0.5)} ms`)
}

console.log(`  load of the machine: ${loadavg()[0]?.toFixed(1) ?? '?'}`)
await measure('an alert’s webhook to a durable incident', 200, (round) =>
  ask('POST', '/v1/incidents', { text: alertBody(`Alert${round}`, 'firing', { startsAt: new Date(1.76e12 + round * 3.6e6).toISOString() }) }),
)
await measure('the same webhook again', 100, () => ask('POST', '/v1/incidents', { text: alertBody('Again') }))

const WORDS =
  `checkout payment cart login search database queue cache deploy rollback timeout latency error retry node cluster certificate network partner import export
  billing invoice session token webhook consumer producer replica failover disk memory leak crash restart alert dashboard metric trace region zone customer`.split(
    /\s+/,
  )
await pool.query(
  `insert into incident (id, slug, title, type, severity, status, services, happened_at, facts)
   select md5('i' || n)::uuid, 'made-' || n, w[1 + n % 40] || ' ' || w[1 + n * 7 % 40] || ' fails for ' || w[1 + n * 11 % 40], (array['Platform', 'Product', 'Data'])[1 + n % 3],
     (array['Critical', 'Major', 'Minor'])[1 + n % 3], 'closed', array[w[1 + n % 40]], now() - n * interval '1 hour', f.facts
   from generate_series(1, $1) n, (select $2::text[] as w) w, (select facts from incident limit 1) f`,
  [COUNT, WORDS],
)
await pool.query(
  `insert into post_mortem (id, incident_id, title, status, document, plain, updated_at)
   select md5('p' || n)::uuid, md5('i' || n)::uuid, 'Post-mortem ' || n, 'published', '{}'::jsonb,
     (select string_agg(w[1 + (n * 31 + k * k * 7 + k) % 40] || case when k % 12 = 0 then '. ' else ' ' end, '' order by k) from generate_series(1, 800) k), now() - n * interval '1 hour'
   from generate_series(1, $1) n, (select $2::text[] as w) w`,
  [COUNT, WORDS],
)
// Only the owner of the tables may; a database that has run for minutes has done it by itself.
const owner = new pg.Client(open.house.db.owner)
await owner.connect()
await owner.query('vacuum analyze')
await owner.end()
await measure(`25 of ${COUNT} incidents, by severity and service`, 200, (round) =>
  ask('GET', `/v1/incidents?severity=Major&service=${WORDS[round % 40] ?? ''}`),
)
await measure(`25 of ${COUNT} incidents, by severity`, 200, () => ask('GET', '/v1/incidents?severity=Major,Critical'))
await measure(`${COUNT} documents of 800 words, two words`, 100, (round) =>
  ask('GET', `/v1/search?q=${WORDS[round % 40] ?? ''}+${WORDS[(round * 3 + 1) % 40] ?? ''}`),
)
await measure(`${COUNT} documents of 800 words, one word that is begun`, 100, (round) => ask('GET', `/v1/search?q=${WORDS[round % 40]?.slice(0, 5) ?? ''}`))

await app.close()
await open[Symbol.asyncDispose]()
rmSync(folder, { recursive: true, force: true })
