import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { processNamedIn, saysReady } from './postgres-lock.ts'

const lines = (status: string): string => `4711\n/data/postgres\n1790000000\n5432\n/data/run\n\n  1234  56\n${status}\n`

test('a server’s lock file names it and says when it is ready', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'blamefree-lock-'))
  context.after(() => rmSync(folder, { recursive: true }))
  const lock = join(folder, 'postmaster.pid')
  assert.deepEqual([processNamedIn(lock), saysReady(lock, 0)], [null, false], 'there is none yet')
  writeFileSync(lock, '4711\n')
  assert.deepEqual([processNamedIn(lock), saysReady(lock, 0)], [4711, false], 'half of it is written')
  writeFileSync(lock, lines('starting'))
  assert.deepEqual([processNamedIn(lock), saysReady(lock, 0)], [4711, false])
  const since = Date.now() - 1000
  writeFileSync(lock, lines('ready   '))
  assert.equal(saysReady(lock, since), true)
  // The number of a process is given out again, in a container always the same.
  utimesSync(lock, since / 1000 - 60, since / 1000 - 60)
  assert.equal(saysReady(lock, since), false, 'an earlier server has left it')
})
