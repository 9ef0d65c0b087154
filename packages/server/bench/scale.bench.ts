import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { figure } from '../../../tools/measure.ts'
import type { Principal } from '../src/people/principal.ts'
import { openDatabase } from '../src/store/database.ts'
import { listIncidents, loadEvents, type IncidentFilter } from '../src/store/incident-reader.ts'

// Lists and timelines in a store that has grown. SCALE=1000000 EVENTS=20000000 npm run bench -- scale for the figures of docs/scaling.md; DATABASE_URL for a server of yours (an empty database!).
const WORDS = `(array['checkout','login','cart','search','payments','dns','disk','deploy','certificate','queue','cache','latency','timeout','replica','failover','ingress','quota','webhook','billing','mail'])`
const INCIDENTS = `
  insert into incident (id, slug, title, type, severity, status, services, happened_at, reported_at, private, facts)
  select gen_random_uuid(), 'made-' || n, ${WORDS}[1 + n % 20] || ' ' || ${WORDS}[1 + (n * 7) % 20] || ' incident ' || n,
    (array['Platform','Product','Security','Data'])[1 + n % 4], (array['Critical','Major','Minor','Minor','Minor'])[1 + (n * 3) % 5], (array['open','closed','closed','closed'])[1 + n % 4],
    array['service-' || n % 40, 'service-' || n % 7], timestamptz '2021-01-01' + n * interval '3 minutes' * (800000.0 / $1::int), timestamptz '2021-01-01' + n * interval '3 minutes' * (800000.0 / $1::int), n % 50 = 0,
    jsonb_build_object('schemaVersion', 1, 'summary', jsonb_build_object('value', 'Made-up text about ' || ${WORDS}[1 + (n * 11) % 20]))
  from generate_series(1, $1::int) as n`
const EVENTS = `
  with numbered as (select id, row_number() over () - 1 as place from incident)
  insert into event (incident_id, id, at, position, kind, text, level, value)
  select numbered.id, 'made:' || n, timestamptz '2021-01-01' + n * interval '1 second', n, 'message', 'somebody said ' || ${WORDS}[1 + n % 20] || ' ' || n,
    case when n % 12 = 0 then 'key' else 'detail' end, '{}'
  from generate_series($1::bigint, $2::bigint - 1) as n join numbered on numbered.place = n % $3::int`

const incidents = Number(process.env['SCALE'] ?? 20_000)
const events = Number(process.env['EVENTS'] ?? incidents * 10)
const folder = mkdtempSync(join(tmpdir(), 'blamefree-scale-'))
const database = await openDatabase({ url: process.env['DATABASE_URL'] ?? null, dataDir: folder })
const owner = new pg.Client(database.owner)
await owner.connect()
try {
  console.log(`${incidents.toLocaleString('en')} incidents with ${events.toLocaleString('en')} events, one in fifty private.`)
  await timed('loading the incidents', () => owner.query(INCIDENTS, [incidents]))
  for (let from = 0; from < events; from += 500_000) await owner.query(EVENTS, [from, Math.min(events, from + 500_000), incidents])
  await timed('vacuum and statistics', () => owner.query('vacuum analyze'))
  const { rows } = await owner.query<{ size: string }>('select pg_size_pretty(pg_database_size(current_database())) as size')
  console.log(`  on disk: ${rows[0]?.size ?? ''}`)
  const person: Principal = { via: 'session', memberId: 'somebody', name: 'Somebody', role: 'member', scopes: ['admin'] }
  const first = (filter: IncidentFilter, after: readonly string[] | null = null): Promise<unknown> =>
    listIncidents(database, person, { filter, limit: 25, after })
  const somewhere = [`2024-06-01T00:00:00.000Z`, '00000000-0000-7000-8000-000000000000']
  await latency('25 incidents, newest', () => first({}))
  await latency('25 of one severity', () => first({ severity: ['Critical'] }))
  await latency('25 of a severity, type and service', () => first({ severity: ['Major'], type: ['Platform'], service: ['service-3'] }))
  await latency('a severity, type and service that never meet: nothing', () => first({ severity: ['Major'], type: ['Platform'], service: ['service-7'] }), null)
  await latency('25 of one year, in the middle', () => first({ from: '2024-01-01T00:00:00.000Z' as never, to: '2025-01-01T00:00:00.000Z' as never }, somewhere))
  await latency('25 with a word', () => first({ text: 'checkout' }))
  const { rows: ids } = await owner.query<{ id: string }>('select id from incident order by happened_at desc limit 50')
  let turn = 0
  await latency('every event of an incident', () => loadEvents(database, ids[turn++ % ids.length]?.id ?? ''))
} finally {
  await owner.end()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now()
  await work()
  console.log(`  ${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
}

async function latency(what: string, work: () => Promise<unknown>, target: number | null = 30): Promise<void> {
  const took: number[] = []
  for (let round = 0; round < (target === null ? 60 : 300); round++) {
    const began = performance.now()
    await work()
    if (round >= 20) took.push(performance.now() - began)
  }
  took.sort((a, b) => a - b)
  const at = (share: number): number => took[Math.floor(took.length * share)] ?? Number.NaN
  figure(
    what,
    `p50 ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms`,
    target === null ? '' : `p99 ≤ ${target} ms`,
    target === null ? null : at(0.99) <= target,
  )
}
