import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { runKept } from './kept-code.ts'
import { folderFor } from './testing/recorded.ts'

/** A program of two files, of which the first needs the second and something of Node. */
function program(context: TestContext): string {
  const folder = folderFor(context)
  writeFileSync(
    join(folder, 'main.js'),
    "const { greet } = require('./greet.js')\nconst { basename } = require('node:path')\nexports.said = greet(basename(__filename))",
  )
  writeFileSync(join(folder, 'greet.js'), "exports.greet = (name) => `Grüße von ${name}`\nexports.never = () => 'never called'")
  return folder
}

const KEPT = `kept-${process.version}-${process.arch}`

/** Runs it, and waits until what was compiled is kept. */
async function run(folder: string): Promise<unknown> {
  const { said } = runKept(folder, 'main.js', 0) as { readonly said: string }
  await pause(20)
  return said
}

test('the made program runs, and what was compiled of each file is kept beside it', async (context) => {
  const folder = program(context)
  assert.equal(await run(folder), 'Grüße von main.js')
  assert.deepEqual(readdirSync(join(folder, KEPT)).toSorted(), ['greet.js', 'main.js'])
})

test('what was kept stays as it is', async (context) => {
  const folder = program(context)
  await run(folder)
  const first = readFileSync(join(folder, KEPT, 'greet.js'))
  assert.equal(await run(folder), 'Grüße von main.js')
  assert.deepEqual(readFileSync(join(folder, KEPT, 'greet.js')), first)
})

test('what is broken, or of another V8, is compiled and kept anew', async (context) => {
  const folder = program(context)
  // A text that this process has not compiled before: V8 would remember it.
  writeFileSync(join(folder, 'main.js'), "exports.said = require('./greet.js').greet('another')")
  mkdirSync(join(folder, KEPT))
  writeFileSync(join(folder, KEPT, 'main.js'), 'broken')
  assert.equal(await run(folder), 'Grüße von another')
  assert.notEqual(readFileSync(join(folder, KEPT, 'main.js'), 'utf8'), 'broken')
})

test('a folder that cannot be written to keeps nothing, and the program runs', async (context) => {
  const folder = program(context)
  writeFileSync(join(folder, KEPT), 'a file where the folder would be')
  assert.equal(await run(folder), 'Grüße von main.js')
})
