import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { readAudit } from './audit.ts'

test('nothing grave is known against what is installed with Blamefree', (context) => {
  const script = process.env['npm_execpath']
  const [command, ...before] = script !== undefined && /\.c?js$/.test(script) ? [process.execPath, script] : ['npm']
  const asked = spawnSync(command ?? 'npm', [...before, 'audit', '--json', '--omit=dev'], {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
    timeout: 60_000,
    shell: process.platform === 'win32',
  })
  const audit = readAudit(asked.stdout ?? '')
  if (!audit.asked) return context.skip(`the registry could not be asked: ${audit.why}`)
  assert.deepEqual(audit.known, [])
})
