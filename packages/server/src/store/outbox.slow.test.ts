import assert from 'node:assert/strict'
import { after, before, describe, test, type TestContext } from 'node:test'
import { testDatabase, urlOf } from '../testing/databases.ts'
import { announce, ofKind, openOutbox, removeOldEvents, type Outbox, type OutboxEvent } from './outbox.ts'
import { openDatabase, type Database } from './database.ts'
import { until } from '../testing/until.ts'

const say = (db: Database, kind: string): Promise<number> => db.tx((tx) => announce(tx, { kind }))

/** A transaction that has announced and stays open until it is told how to end. */
async function pending(db: Database, kind: string): Promise<{ id: number; end(how: 'commit' | 'rollback'): Promise<void> }> {
  const begun = Promise.withResolvers<number>()
  const decided = Promise.withResolvers<'commit' | 'rollback'>()
  const done = db.sql
    .transaction()
    .execute(async (tx) => {
      begun.resolve(await announce(tx, { kind }))
      if ((await decided.promise) === 'rollback') throw new Error('undone')
    })
    .catch(() => undefined)
  return {
    id: await begun.promise,
    async end(how) {
      decided.resolve(how)
      await done
    },
  }
}

async function followed(context: TestContext, db: Database): Promise<{ outbox: Outbox; heard: OutboxEvent[] }> {
  const outbox = openOutbox(db, { floor: 200 })
  context.after(() => outbox.close())
  const heard: OutboxEvent[] = []
  outbox.hear((events) => heard.push(...events))
  await outbox.ready
  return { outbox, heard }
}

describe('the outbox', () => {
  const ending: (() => Promise<void> | void)[] = []
  let db: Database
  let second: Database
  before(async () => {
    const owner = { after: (end: () => Promise<void>) => void ending.unshift(end) }
    db = await testDatabase(owner)
    second = await openDatabase({ url: urlOf(db), dataDir: '', connections: 5 })
  })
  after(async () => {
    await second.close()
    for (const end of ending) await end()
  })

  test('events come in the order of their ids, the late one too, and what was undone holds nothing up', async (context) => {
    await say(db, 'before')
    const { outbox, heard } = await followed(context, db)
    const kinds = (): string => heard.map(({ kind }) => kind).join()
    await say(db, 'a')
    await until(() => kinds() === 'a')
    const late = await pending(db, 'late')
    const undone = await pending(db, 'undone')
    await say(db, 'b')
    await new Promise((resume) => setTimeout(resume, 150))
    assert.equal(kinds(), 'a', 'b waits for what may still come before it')
    assert.ok(outbox.position() < late.id)
    await late.end('commit')
    await until(() => kinds() === 'a,late')
    await undone.end('rollback')
    await until(() => kinds() === 'a,late,b')
    assert.deepEqual(
      (await outbox.read(late.id, 10)).events.map(({ kind }) => kind),
      ['b'],
    )
  })

  test('a transaction that announces nothing holds nothing up, however long it is open', async (context) => {
    const { heard } = await followed(context, db)
    const release = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const open = db.sql.transaction().execute(async (tx) => {
      await tx.insertInto('outbox_reader').values({ name: 'x', position: 0 }).execute()
      begun.resolve()
      await release.promise
    })
    await begun.promise
    await (await pending(db, 'undone')).end('rollback')
    await say(db, 'a')
    await until(() => heard.length === 1)
    release.resolve()
    await open
  })

  test('who begins to follow while others write misses nothing that was not settled', async (context) => {
    const late = await pending(db, 'late')
    const last = await say(db, 'b')
    const outbox = openOutbox(db, { floor: 200 })
    context.after(() => outbox.close())
    const read = outbox.read(late.id - 1, 10)
    await late.end('commit')
    assert.deepEqual(
      (await read).events.map(({ kind }) => kind),
      ['late', 'b'],
    )
    assert.equal(outbox.position(), last)
  })

  test('under many writers, everybody hears everything once and in order, in two processes', async (context) => {
    const [one, two] = [await followed(context, db), await followed(context, second)]
    const writer = async (name: number): Promise<void> => {
      for (let count = 0; count < 40; count++) {
        const on = name % 2 === 0 ? db : second
        if (count % 5 === 4) await (await pending(on, 'undone')).end('rollback')
        else await say(on, `many ${name}`)
      }
    }
    await Promise.all(Array.from({ length: 6 }, (_, name) => writer(name)))
    const { rows } = await db.pool.query<{ id: number }>(`select id from outbox where kind like 'many %' order by id`)
    assert.equal(rows.length, 6 * 32)
    for (const { heard } of [one, two]) {
      await until(() => heard.length >= rows.length)
      assert.deepEqual(
        heard.map(({ id }) => id),
        rows.map(({ id }) => id),
      )
    }
  })

  test('a reader is given every event once over two processes, and again what it failed on', async (context) => {
    await db.pool.query('delete from outbox')
    await say(db, '0')
    let failures = 3
    const work = async (tx: Parameters<Parameters<Database['tx']>[0]>[0], events: readonly OutboxEvent[]): Promise<void> => {
      for (const { kind } of events)
        await tx
          .insertInto('outbox_reader')
          .values({ name: `had ${kind}`, position: 1 })
          .execute()
      if (failures-- > 0) throw new Error('try again')
    }
    for (const database of [db, second]) (await followed(context, database)).outbox.consume('test', work)
    for (let count = 1; count <= 30; count++) await say(count % 2 === 0 ? db : second, `${count}`)
    await until(async () => (await db.pool.query(`select from outbox_reader where name like 'had %'`)).rowCount === 31)
    assert.ok(failures < 0)
  })

  test('a reader that has had everything asks the database for nothing until there is more', async (context) => {
    let asked = 0
    const counted: Database = {
      ...db,
      tx(work) {
        asked++
        return db.tx(work)
      },
    }
    const outbox = openOutbox(counted, { floor: 20 })
    context.after(() => outbox.close())
    const had: string[] = []
    outbox.consume('quiet', (_tx, events) => Promise.resolve(void had.push(...events.map(({ kind }) => kind))))
    await say(db, 'first')
    await until(() => had.includes('first'))
    await new Promise((resume) => setTimeout(resume, 100))
    const before = asked
    await new Promise((resume) => setTimeout(resume, 300))
    assert.equal(asked, before)
    await say(db, 'second')
    await until(() => had.includes('second'))
  })

  test('a reader is not given what does not concern it, but moves past it, and is given what does', async (context) => {
    const had: string[] = []
    let given = 0
    const work = (_tx: unknown, events: readonly OutboxEvent[]): Promise<void> => {
      given++
      return Promise.resolve(void had.push(...events.map(({ kind }) => kind)))
    }
    const position = async (): Promise<number> =>
      (await db.pool.query<{ position: number }>(`select position from outbox_reader where name = 'particular'`)).rows[0]?.position ?? -1
    for (const database of [db, second]) (await followed(context, database)).outbox.consume('particular', work, ofKind('wanted'))
    await until(async () => (await position()) >= 0)
    for (let count = 0; count < 5; count++) await say(db, 'other')
    const last = await db.pool.query<{ id: number }>('select max(id) as id from outbox')
    await until(async () => (await position()) === last.rows[0]?.id)
    const before = given
    assert.ok(!had.includes('wanted'))
    for (const kind of ['other', 'wanted', 'other', 'wanted']) await say(second, kind)
    await until(() => had.filter((kind) => kind === 'wanted').length === 2)
    assert.ok(given > before)
    await new Promise((resume) => setTimeout(resume, 200))
    assert.equal(had.filter((kind) => kind === 'wanted').length, 2)
  })

  test('old events are removed when every reader has had them, and whoever asks for them is told', async (context) => {
    const { outbox } = await followed(context, db)
    const first = await say(db, 'a')
    const last = await say(db, 'b')
    await until(() => outbox.position() >= last)
    await db.pool.query('delete from outbox_reader')
    await db.pool.query(`update outbox set at = now() - interval '8 days'`)
    await db.pool.query(`insert into outbox_reader (name, position) values ('slow', $1)`, [first])
    await removeOldEvents(db, 7)
    const answer = await outbox.read(0, 10)
    assert.deepEqual([answer.complete, answer.events.map(({ kind }) => kind)], [false, ['b']])
    assert.equal((await outbox.read(first, 10)).complete, true)
  })
})
