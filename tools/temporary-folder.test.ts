import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { temporaryFolder } from './temporary-folder.ts'

test('a run of tests has a folder of its own that others can go through, and takes away what a killed one has left', (context) => {
  const gone = spawnSync(process.execPath, ['-e', '0']).pid
  const mine = temporaryFolder()
  context.after(() => rmSync(mine, { recursive: true, force: true }))
  assert.equal(statSync(mine).mode & 0o777, 0o755)
  const left = join(dirname(mine), `blamefree-tests-${gone}-left`)
  mkdirSync(left)
  const next = temporaryFolder()
  context.after(() => rmSync(next, { recursive: true, force: true }))
  assert.equal(existsSync(left), false)
  assert.equal(existsSync(mine), true)
  assert.notEqual(next, mine)
})
