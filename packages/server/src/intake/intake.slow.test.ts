import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { SYSTEM, type Principal } from '../people/principal.ts'
import type { Database } from '../store/database.ts'
import { alertBody } from '../testing/records.ts'
import { testDatabase } from '../testing/databases.ts'
import { ENGINES, onEveryEngine } from '../testing/engines.ts'
import { openIntake, type Intake, type Receipt } from './intake.ts'
import { payloadOf } from './payload.ts'

const ALERTMANAGER: Principal = { via: 'inbound', memberId: null, name: 'Alertmanager', role: 'member', scopes: ['intake'] }

const opened = (context: TestContext, db: Database): Intake => {
  const intake = openIntake(db)
  context.after(() => intake.close())
  return intake
}
const deliver = async (intake: Intake, body: string): Promise<Receipt> =>
  await intake.receive({ person: ALERTMANAGER, payloads: [payloadOf('alertmanager.json', Buffer.from(body))], address: '192.0.2.7' })
const count = async (db: Database, table: string): Promise<number> => (await db.pool.query(`select from ${table}`)).rowCount ?? 0

onEveryEngine('an alert that nobody knows costs two ways to the database, and everything that belongs to it is there', async (context, engine) => {
  const db = await testDatabase(context, engine)
  const intake = opened(context, db)
  let ways = 0
  db.pool.on('acquire', () => ways++)
  const receipt = await deliver(intake, alertBody('CheckoutErrors'))
  assert.equal(ways, 2)
  assert.equal(receipt.outcome, 'created')
  const { rows } = await db.pool.query(
    `select i.slug = $2 as named, (select count(*)::int from event where incident_id = i.id) as events, (select count(*)::int from incident_raw where incident_id = i.id) as records,
       (select count(*)::int from incident_key where incident_id = i.id) as keys, (select array_agg(action || ' ' || via || ' ' || address) from audit where incident_id = i.id) as deeds,
       (select array_agg(kind || ' ' || data::text) from outbox where incident_id = i.id) as told, (select count(*)::int from raw_chunk) as chunks from incident i where i.id = $1`,
    [receipt.incident.id, receipt.incident.slug],
  )
  assert.deepEqual(rows, [
    { named: true, events: 1, records: 1, keys: 4, deeds: ['incident.create inbound 192.0.2.7'], told: ['incident.created {"revision": 1}'], chunks: 1 },
  ])
  assert.deepEqual([(await deliver(intake, alertBody('CheckoutErrors'))).outcome, await count(db, 'audit')], ['known', 1])
})

onEveryEngine('two processes that are told of one incident in the same moment make one', async (context, engine) => {
  const db = await testDatabase(context, engine)
  const processes = [opened(context, db), opened(context, db), opened(context, db)]
  for (let round = 0; round < 15; round++) {
    const bodies = ['firing', 'resolved', 'firing'].map((status, at) =>
      alertBody(`Alert ${round}`, status as 'firing', { startsAt: `2026-03-04T09:0${at}:00Z` }),
    )
    const receipts = await Promise.all(processes.map((intake, at) => deliver(intake, bodies[at] ?? '')))
    assert.equal(new Set(receipts.map(({ incident }) => incident.id)).size, 1, `round ${round}: ${receipts.map(({ outcome }) => outcome).join(', ')}`)
    assert.deepEqual(receipts.map(({ outcome }) => outcome).toSorted(), ['created', 'updated', 'updated'])
  }
  assert.deepEqual([await count(db, 'incident'), await count(db, 'audit'), await count(db, 'outbox')], [15, 45, 45])
})

test('many incidents of one name each have one of their own', async (context) => {
  const db = await testDatabase(context, ENGINES[0])
  const intake = opened(context, db)
  const receipts = await Promise.all(
    Array.from({ length: 12 }, () => intake.receive({ person: SYSTEM, payloads: [], said: [{ path: 'title', value: 'Checkout is down' }] })),
  )
  assert.equal(new Set(receipts.map(({ incident }) => incident.slug)).size, 12)
  assert.ok(receipts.some(({ incident }) => incident.slug === 'checkout-is-down'))
  assert.equal(await count(db, 'correction'), 12)
})

test('what cannot be written leaves nothing behind', async (context) => {
  const db = await testDatabase(context, ENGINES[0])
  const intake = opened(context, db)
  const payloads = [payloadOf('alertmanager.json', Buffer.from(alertBody('CheckoutErrors')))]
  await assert.rejects(intake.receive({ person: SYSTEM, payloads, private: true, named: ['nobody that there is'] }), { code: '23503' })
  for (const table of ['incident', 'event', 'raw', 'incident_key', 'audit', 'outbox']) assert.equal(await count(db, table), 0, table)
})
