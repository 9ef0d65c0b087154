import assert from 'node:assert/strict'
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { looksOf, lookTheSame } from './looks.ts'
import { folderFor } from './testing/recorded.ts'

test('files look the same until one is changed, goes, or is written at another time', (context) => {
  const home = folderFor(context)
  const deep = join(home, 'deep', 'b.ts')
  const then = new Date('2026-01-01T00:00:00Z')
  const write = (text: string, at = then): void => {
    writeFileSync(deep, text)
    utimesSync(deep, at, at)
  }
  mkdirSync(join(home, 'deep'))
  writeFileSync(join(home, 'a.ts'), 'a')
  write('b')
  const looks = looksOf(home, ['a.ts', 'deep/b.ts'])
  assert.ok(looks !== null)
  assert.equal(looks.length, 2)
  assert.ok(lookTheSame(home, looks))
  write('longer')
  assert.equal(lookTheSame(home, looks), false)
  write('c', new Date('2026-01-02T00:00:00Z'))
  assert.equal(lookTheSame(home, looks), false)
  write('b')
  assert.ok(lookTheSame(home, looks))
  rmSync(deep)
  assert.equal(lookTheSame(home, looks), false)
  rmSync(join(home, 'deep'), { recursive: true })
  writeFileSync(join(home, 'deep'), 'no folder')
  assert.equal(lookTheSame(home, looks), false)
  assert.equal(looksOf(home, ['a.ts', 'deep/b.ts']), null)
})
