import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '../instant.ts'
import { sendPatiently } from './send-patiently.ts'
import type { World } from './world.ts'

const PLACE = { id: 'wiki', title: 'the wiki' }

/** A world whose place gives these answers one after the other; `waits` is what it was asked to wait. */
function worldOf(answers: readonly { status: number; after?: string }[]): { world: World; waits: number[]; sent: () => number } {
  const waits: number[] = []
  let sent = 0
  const world: World = {
    now: () => '2026-03-04T09:00:00.000Z' as Instant,
    id: () => 'one',
    pause: (milliseconds) => Promise.resolve(void waits.push(milliseconds)),
    reach: () => Promise.resolve([]),
    send: () => {
      const { status, after } = answers[Math.min(sent++, answers.length - 1)] ?? { status: 200 }
      return Promise.resolve({ status, headers: after === undefined ? {} : { 'retry-after': after }, body: new Uint8Array() })
    },
  }
  return { world, waits, sent: () => sent }
}

const send = ({ world }: { world: World }): ReturnType<typeof sendPatiently> => sendPatiently({ method: 'GET', url: 'https://wiki.example.com/' }, world, PLACE)

test('a busy place is asked again when it says, in seconds or as a date, and with growing pauses where it says nothing', async () => {
  const asked = worldOf([{ status: 429, after: '7' }, { status: 503, after: 'Wed, 04 Mar 2026 09:00:05 GMT' }, { status: 529 }, { status: 201 }])
  assert.equal((await send(asked)).status, 201)
  assert.deepEqual(asked.waits, [7000, 5000, 4000])
})

test('a place that stays busy, or wants more than a minute, is an error that says when to come back', async () => {
  const stays = worldOf([{ status: 503 }])
  await assert.rejects(send(stays), { code: 'wiki/busy' })
  assert.equal(stays.sent(), 4)
  const long = worldOf([{ status: 429, after: '600' }])
  await assert.rejects(send(long), { code: 'wiki/busy', hint: 'Try again in 10 min.' })
  assert.deepEqual(long.waits, [])
})

test('every other status is an answer', async () => {
  for (const status of [200, 404, 409, 500]) assert.equal((await send(worldOf([{ status }]))).status, status)
})
