import assert from 'node:assert/strict'
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { madeOf } from './made-of.ts'
import { folderFor } from './testing/recorded.ts'

/** A long time ago, so that what is seen of a file can be remembered. */
const THEN = new Date('2026-01-01T00:00:00Z')

function write(path: string, text: string, at = THEN): void {
  writeFileSync(path, text)
  utimesSync(path, at, at)
}

test('a thing is named after what its sources hold, whenever they were written, and not after their tests', (context) => {
  const home = folderFor(context)
  mkdirSync(join(home, 'src', 'deep'), { recursive: true })
  write(join(home, 'src', 'a.ts'), 'a')
  write(join(home, 'src', 'deep', 'b.ts'), 'b')
  write(join(home, 'one.json'), '1')
  const named = (): string => madeOf(home, ['src', 'one.json', 'absent'])
  const first = named()
  assert.equal(named(), first)
  write(join(home, 'src', 'a.test.ts'), 'test')
  assert.equal(named(), first)
  write(join(home, 'src', 'a.ts'), 'a', new Date())
  assert.equal(named(), first)
  write(join(home, 'src', 'a.ts'), 'c', new Date('2026-01-02T00:00:00Z'))
  const second = named()
  assert.notEqual(second, first)
  write(join(home, 'src', 'new.ts'), '')
  const third = named()
  assert.notEqual(third, second)
  rmSync(join(home, 'src', 'new.ts'))
  assert.equal(named(), second)
})

test('two changes in the same moment are told apart, and so are two lists of sources', (context) => {
  const home = folderFor(context)
  const now = new Date()
  write(join(home, 'a.ts'), 'one', now)
  const first = madeOf(home, ['a.ts'])
  write(join(home, 'a.ts'), 'two', now)
  assert.notEqual(madeOf(home, ['a.ts']), first)
  write(join(home, 'b.ts'), '', THEN)
  write(join(home, 'a.ts'), 'one', THEN)
  assert.equal(madeOf(home, ['a.ts']), first)
  assert.notEqual(madeOf(home, ['b.ts', 'a.ts']), first)
})
