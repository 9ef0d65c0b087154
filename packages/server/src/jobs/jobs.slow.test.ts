import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import { BlamefreeError } from '@blamefree/core'
import type { House } from '../house.ts'
import { openLog } from '../log.ts'
import { SYSTEM, type Principal } from '../people/principal.ts'
import { findJob, listJobs, type JobRow } from '../store/job-rows.ts'
import { announce } from '../store/outbox.ts'
import { testDatabase, urlOf } from '../testing/databases.ts'
import { effectJob } from '../testing/job-child.ts'
import { testServer } from '../testing/server.ts'
import { defineJob, type JobKind } from './job-kind.ts'
import { openJobs, type Jobs } from './jobs.ts'
import { areQueuesReady } from './queues.ts'
import { until } from '../testing/until.ts'

const log = openLog('silent', () => undefined)
const child = join(import.meta.dirname, '..', 'testing', 'job-child.ts')

test('over kill -9 of its processes no job is lost, and none takes effect twice', async (context) => {
  const db = await testDatabase(context)
  const jobs = openJobs(db, log, { kinds: [effectJob], silence: 10 })
  context.after(() => jobs.close())
  const count = 60
  for (let number = 0; number < count; number++) await jobs.enqueue(null, 'effect', { number })
  const effects = async (): Promise<number> => (await db.pool.query(`select from outbox where kind = 'effect'`)).rowCount ?? 0
  for (const upTo of [8, 25]) {
    const pair = [0, 1].map(() => spawn(process.execPath, [child, urlOf(db)], { stdio: 'ignore' }))
    await until(async () => (await effects()) >= upTo)
    for (const one of pair) one.kill('SIGKILL')
  }
  assert.ok((await effects()) < count, 'they were killed in the middle')
  const survivor = spawn(process.execPath, [child, urlOf(db)], { stdio: 'ignore' })
  context.after(() => survivor.kill('SIGKILL'))
  await until(async () => (await effects()) >= count)
  await wait(500)
  const { rows } = await db.pool.query<{ times: number }>(`select count(*)::int as times from outbox where kind = 'effect' group by data ->> 'number'`)
  assert.deepEqual([rows.length, rows.every(({ times }) => times === 1)], [count, true])
  assert.deepEqual(
    await jobs.counts(),
    [{ name: 'effect', waiting: 0, running: 0, failed: 0 }].map((row) => ({ ...row })),
  )
})

test('queues that are as they should be are not prepared again; those that are not, or that nobody may work in, are', async (context) => {
  const db = await testDatabase(context)
  const opened = async (kinds: readonly JobKind[]): Promise<void> => {
    const jobs = openJobs(db, log, { kinds })
    await jobs.counts()
    await jobs.close()
  }
  const owned = async (text: string): Promise<readonly Record<string, unknown>[]> => {
    const owner = new pg.Client(db.owner)
    await owner.connect()
    try {
      return (await owner.query<Record<string, unknown>>(text)).rows
    } finally {
      await owner.end()
    }
  }
  const queues = { kinds: [effectJob], silence: 20 }
  assert.equal(await areQueuesReady(db, queues), false)
  await opened([effectJob])
  assert.equal(await areQueuesReady(db, queues), true)
  assert.equal(await areQueuesReady(db, { ...queues, silence: 30 }), false)
  const longer: JobKind = { ...effectJob, minutes: 3 }
  assert.equal(await areQueuesReady(db, { ...queues, kinds: [longer] }), false)
  await opened([longer])
  assert.deepEqual(await owned(`select expire_seconds from jobs.queue where name = 'effect'`), [{ expire_seconds: 180 }])
  await owned('revoke delete on jobs.job from blamefree_app')
  assert.equal(await areQueuesReady(db, { ...queues, kinds: [longer] }), false)
  await opened([longer])
  assert.equal(await areQueuesReady(db, { ...queues, kinds: [longer] }), true)
})

test('jobs wait for their transaction, are tried again, and end in one piece with what they change', async (context) => {
  const db = await testDatabase(context)
  const ran: string[] = []
  const kinds: readonly JobKind[] = [
    defineJob({
      name: 'echo',
      sentence: 'Says what it is told.',
      data: z.object({ text: z.string() }),
      async run(_house, { data, progress }) {
        ran.push(data.text)
        await progress({ done: 1, of: 2 })
        return { said: data.text }
      },
    }),
    defineJob({
      name: 'fails',
      sentence: 'Fails.',
      data: z.object({}),
      again: { times: 1, first: 1, longest: 1 },
      run: (_house, { attempt }) =>
        Promise.reject(attempt === 1 ? new Error('a text of an incident') : new BlamefreeError('test/no', 'Cannot do it.', 'Do not.')),
    }),
    defineJob({
      name: 'taken',
      sentence: 'Is taken away the first time.',
      data: z.object({}),
      again: { times: 3, first: 1, longest: 1 },
      async run(_house, { id, attempt, finish }) {
        await finish(async (tx) => {
          await announce(tx, { kind: `taken ${attempt}` })
          if (attempt === 1) await db.pool.query(`update jobs.job set state = 'retry', start_after = now() where id = $1`, [id])
        })
      },
    }),
  ]
  const jobs = openJobs(db, log, { kinds, silence: 10 })
  context.after(() => jobs.close())
  const asker: Principal = { via: 'session', memberId: 'ada', name: 'Ada', role: 'member', scopes: ['admin'] }

  await assert.rejects(
    db.tx(async (tx) => {
      await jobs.enqueue(tx, 'echo', { text: 'undone' })
      throw new Error('undone')
    }),
    /undone/,
  )
  const first = await jobs.enqueue(null, 'echo', { text: 'once' }, { key: 'k', by: 'ada' })
  assert.equal(await jobs.enqueue(null, 'echo', { text: 'again' }, { key: 'k' }), null)
  assert.deepEqual(
    (await listJobs(db, asker, { limit: 10, before: null })).map(({ id, state }) => [id, state]),
    [[first, 'waiting']],
  )
  await assert.rejects(jobs.enqueue(null, 'echo', { text: 1 }), /expected string/)
  await assert.rejects(jobs.enqueue(null, 'nothing', {}), {
    message: 'Cannot enqueue the job "nothing": there is no such kind.',
    hint: 'There are echo, fails, taken.',
  })
  const cancelled = await jobs.enqueue(null, 'echo', { text: 'cancelled' }, { after: 60 })
  assert.equal(await jobs.cancel(null, 'echo', cancelled ?? ''), true)

  await jobs.start({ db, log } as House)
  const done = await ended(jobs, 'echo', { text: 'now' })
  assert.deepEqual(ran.toSorted(), ['now', 'once'])
  assert.deepEqual([done.state, done.result, done.progress, done.attempts, done.error], ['done', { said: 'now' }, { done: 1, of: 2 }, 1, null])
  const failed = await ended(jobs, 'fails', {})
  assert.deepEqual([failed.state, failed.attempts, failed.error?.code, failed.error?.message], ['failed', 2, 'test/no', 'Cannot do it.'])
  assert.deepEqual([(await ended(jobs, 'taken', {})).attempts], [2])
  const { rows } = await db.pool.query<{ kind: string }>(`select kind from outbox where kind like 'taken%'`)
  assert.deepEqual(rows, [{ kind: 'taken 2' }], 'what was taken away left nothing')
  assert.equal(await findJob(db, asker, failed.id), null, 'others’ jobs are not there')

  async function ended(queue: Jobs, name: string, data: unknown): Promise<JobRow> {
    const id = (await queue.enqueue(null, name, data)) ?? ''
    let job: JobRow | null = null
    await until(async () => {
      job = await findJob(db, SYSTEM, id)
      return job !== null && ['done', 'failed'].includes(job.state)
    })
    assert.ok(job !== null)
    return job
  }
})

test('what one person has asked for does not hold up another’s', async (context) => {
  const db = await testDatabase(context)
  const running: string[] = []
  const ends = new Map<string, () => void>()
  const kind = defineJob({
    name: 'reads',
    sentence: 'Reads for somebody.',
    data: z.object({ text: z.string() }),
    oneEach: true,
    async run(_house, { data }) {
      running.push(data.text)
      await new Promise<void>((end) => ends.set(data.text, end))
    },
  })
  const jobs = openJobs(db, log, { kinds: [kind] })
  context.after(() => jobs.close())
  for (const text of ['ada 1', 'ada 2', 'ada 3', 'bob 1', 'nobody 1'])
    await jobs.enqueue(null, 'reads', { text }, { by: text.startsWith('nobody') ? null : text.slice(0, 3) })
  await jobs.start({ db, log } as House)
  await until(() => running.length === 2)
  assert.deepEqual(running.toSorted(), ['ada 1', 'bob 1'])
  ends.get('bob 1')?.()
  await until(() => running.length === 3)
  assert.equal(running[2], 'nobody 1')
  for (const [at, text] of ['nobody 1', 'ada 1', 'ada 2', 'ada 3'].entries()) {
    ends.get(text)?.()
    await until(() => at === 3 || at === 0 || running.length === 3 + at)
  }
  assert.deepEqual(running.slice(3), ['ada 2', 'ada 3'])
})

test('administrators see every job, others their own, and nobody one of a private incident that is not theirs', async (context) => {
  const { house, ...server } = await testServer(context)
  const [administrator, asker, other] = [await server.person('administrator'), await server.person('member'), await server.person('member')]
  const id = (await house.jobs.enqueue(null, 'housekeeping', {}, { by: asker.id, after: 600 })) ?? ''
  for (const person of [administrator, asker]) {
    const { status, body } = await person.ask('GET', `/v1/jobs/${id}`)
    assert.deepEqual([status, body.name, body.state, body.by], [200, 'housekeeping', 'waiting', asker.id])
  }
  assert.equal((await other.ask('GET', `/v1/jobs/${id}`)).status, 404)
  assert.deepEqual((await other.ask('GET', '/v1/jobs')).body, { items: [], next: null })
  const page = await administrator.ask('GET', '/v1/jobs?limit=1&state=waiting&name=housekeeping')
  assert.deepEqual([page.body.items.length, page.body.items[0].id], [1, id])

  await house.db.pool.query(`update jobs.job set output = '{"value": {"message": "job heartbeat timeout"}}' where id = $1`, [id])
  assert.deepEqual((await administrator.ask('GET', `/v1/jobs/${id}`)).body.error, { code: 'interrupted', message: 'It was interrupted.' })

  const incident = '01900000-0000-7000-8000-000000000001'
  await house.db.pool.query(`insert into incident (id, slug, title, happened_at, facts, private) values ($1, 'inc-1', 'Hidden', now(), '{}', true)`, [incident])
  const hidden = (await house.jobs.enqueue(null, 'housekeeping', {}, { by: asker.id, incident, after: 600 })) ?? ''
  for (const person of [administrator, asker]) assert.equal((await person.ask('GET', `/v1/jobs/${hidden}`)).status, 404)
  await house.db.pool.query('insert into incident_access (incident_id, member_id) values ($1, $2)', [incident, asker.id])
  assert.equal((await asker.ask('GET', `/v1/jobs/${hidden}`)).status, 200)
  assert.equal((await administrator.ask('GET', `/v1/jobs/${hidden}`)).status, 404)
})
