import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import pg from 'pg'
import { SYSTEM } from '../people/principal.ts'
import { testDatabase } from '../testing/databases.ts'
import { onEveryEngine } from '../testing/engines.ts'
import type { Database } from './database.ts'
import { listIncidents, type IncidentFilter } from './incident-reader.ts'

const INCIDENTS = 30_000

interface Plan {
  readonly 'Node Type': string
  readonly 'Index Name'?: string
  readonly 'Relation Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly Plan[]
}

/** How the database carries out what the list asks: the indexes that it looks into, what it reads whole, and how many incidents it has in hand. */
async function planOf({ pool }: Database, filter: IncidentFilter): Promise<{ indexes: string[]; whole: string[]; looked: number }> {
  const asked: { text: string; values: unknown[] }[] = []
  const query = async (one: (typeof asked)[number]): Promise<{ rows: [] }> => {
    asked.push(one)
    return await Promise.resolve({ rows: [] })
  }
  const listening = { pool: { query } } as unknown as Database
  await listIncidents(listening, { ...SYSTEM, via: 'session', memberId: 'nobody' }, { filter, limit: 25, after: null })
  const { text, values } = asked[0] ?? assert.fail('nothing was asked')
  const { rows } = await pool.query<{ 'QUERY PLAN': { Plan: Plan }[] }>({
    text: `explain (analyze, timing off, format json) ${text}`,
    values,
  })
  const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]
  const all = nodes((rows[0] ?? assert.fail())['QUERY PLAN'][0]?.Plan ?? assert.fail())
  return {
    indexes: all.flatMap((node) => node['Index Name'] ?? []),
    whole: all.filter((node) => node['Node Type'] === 'Seq Scan').flatMap((node) => node['Relation Name'] ?? []),
    looked: all
      .filter((node) => node['Relation Name'] === 'incident')
      .reduce((sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'], 0),
  }
}

/** Severities, types and services that are each common, of which some never meet: what is Critical is never Data, and neither is ever of `checkout`. */
async function many({ owner, pool }: Database): Promise<void> {
  await pool.query(
    `insert into incident (id, slug, title, severity, type, services, happened_at, private, facts)
     select gen_random_uuid(), 'many-' || n, 'Incident ' || n, (array['Critical', 'Major', 'Minor', 'Low'])[1 + n % 4], (array['Outage', 'Data', 'Latency'])[case when n % 4 = 0 then 1 else 1 + n % 3 end],
       array[case when n % 4 = 0 or n % 3 = 1 then 'service-' || n % 20 else (array['checkout', 'search'])[1 + n / 7 % 2] end], now() - n * interval '1 minute', n % 50 = 0, '{}'
     from generate_series(1, ${INCIDENTS}) as n`,
  )
  const client = new pg.Client(owner)
  await client.connect()
  await client.query('vacuum analyze incident')
  await client.end()
}

onEveryEngine('a list never goes through all incidents for what none of them is', async (context: TestContext, engine) => {
  const database = await testDatabase(context, engine)
  await many(database)
  const none: readonly IncidentFilter[] = [
    { severity: ['Critical'], type: ['Data'] },
    { severity: ['Critical'], service: ['checkout'] },
    { severity: ['Critical'], type: ['Data'], service: ['checkout'] },
    { severity: ['Critical'], type: ['Data', 'Latency'], service: ['checkout', 'search'] },
    { type: ['Data'], service: ['service-0', 'service-4'] },
    { severity: ['Nothing like it'], type: ['Data'] },
  ]
  for (const filter of none) {
    const { indexes, whole, looked } = await planOf(database, filter)
    const shown = JSON.stringify({ filter, indexes, whole, looked })
    assert.deepEqual(
      whole.filter((table) => table === 'incident'),
      [],
      shown,
    )
    // What no incident has at all is in no other index either.
    assert.ok(indexes.includes('incident_labelled') || indexes.includes('incident_by_severity'), shown)
    assert.ok(looked < 100, shown)
    context.diagnostic(shown)
  }
  for (const filter of [
    { severity: ['Major'] },
    { severity: ['Major'], type: ['Latency'] },
    { severity: ['Major'], service: ['checkout'] },
    {},
  ] satisfies IncidentFilter[]) {
    const { whole, looked, indexes } = await planOf(database, filter)
    const shown = JSON.stringify({ filter, indexes, whole, looked })
    assert.deepEqual(
      whole.filter((table) => table === 'incident'),
      [],
      shown,
    )
    assert.ok(looked < INCIDENTS / 5, shown)
    const found = await listIncidents(database, { ...SYSTEM, via: 'session', memberId: 'nobody' }, { filter, limit: 25, after: null })
    assert.equal(found.length, 26, shown)
    context.diagnostic(shown)
  }
})

onEveryEngine('narrowed by several things at once, a list has what each of its incidents is, and all of them', async (context: TestContext, engine) => {
  const database = await testDatabase(context, engine)
  await many(database)
  for (const [severity, type, service] of [
    [['Major', 'Minor'], ['Outage', 'Latency'], ['checkout']],
    [['Low'], undefined, ['search', 'service-3']],
    [undefined, ['Outage', 'Latency'], ['service-4']],
  ] as const) {
    const filter = { severity, type, service }
    const { rows } = await database.pool.query<{ slug: string }>(
      `select slug from incident where not private and ($1::text[] is null or severity = any($1)) and ($2::text[] is null or type = any($2)) and services && $3 order by happened_at desc limit 41`,
      [severity ?? null, type ?? null, service],
    )
    const found = await listIncidents(database, { ...SYSTEM, via: 'session', memberId: 'nobody' }, { filter, limit: 40, after: null })
    assert.ok(rows.length > 0)
    assert.deepEqual(
      found.map(({ slug }) => slug),
      rows.map(({ slug }) => slug),
    )
  }
})
