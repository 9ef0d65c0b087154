import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { writeFiles } from './output-files.ts'

function folder(context: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'blamefree-'))
  context.after(() => rmSync(path, { recursive: true }))
  return path
}

const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) })

test('files are written whole, into folders that are made', (context) => {
  const home = folder(context)
  const [path = ''] = writeFiles(join(home, 'a/b'), [file('x.md', 'text')], false)
  assert.equal(readFileSync(path, 'utf8'), 'text')
  assert.deepEqual(readdirSync(join(home, 'a/b')), ['x.md'])
})

test('nothing is written when one of the files stands in the way', (context) => {
  const home = folder(context)
  writeFileSync(join(home, 'b.md'), 'mine')
  assert.throws(() => writeFiles(home, [file('a.md', '1'), file('b.md', '2')], false), /b\.md: it is already there/)
  assert.deepEqual(readdirSync(home), ['b.md'])
  assert.equal(readFileSync(join(home, 'b.md'), 'utf8'), 'mine')
})

test('force overwrites', (context) => {
  const home = folder(context)
  writeFileSync(join(home, 'b.md'), 'mine')
  writeFiles(home, [file('b.md', 'new')], true)
  assert.equal(readFileSync(join(home, 'b.md'), 'utf8'), 'new')
})

test('a folder that cannot be is a sentence, and leaves nothing behind', (context) => {
  const home = folder(context)
  writeFileSync(join(home, 'file'), '')
  assert.throws(() => writeFiles(join(home, 'file/below'), [file('a.md', '1')], false), /a part of the path is a file/)
  assert.deepEqual(readdirSync(home), ['file'])
})
