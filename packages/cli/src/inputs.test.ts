import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { inputs } from './inputs.ts'

function folder(context: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'blamefree-'))
  context.after(() => rmSync(path, { recursive: true }))
  mkdirSync(join(path, 'export/channel'), { recursive: true })
  writeFileSync(join(path, 'export/users.json'), '[]')
  writeFileSync(join(path, 'export/channel/day.json'), '[]')
  writeFileSync(join(path, 'alert.json'), '{}')
  writeFileSync(join(path, '.hidden'), 'x')
  return path
}

async function* none(): AsyncGenerator<Uint8Array> {}

async function* bytes(...chunks: string[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk)
}

test('a folder that is one payload is kept whole, and the rest of its parent is read file by file', async (context) => {
  const path = folder(context)
  const raws = await inputs([path], (raw) => raw.files.some((file) => file.path === 'users.json'), none())
  assert.deepEqual(
    raws.map(({ name, files }) => [name, files.map((file) => file.path)]),
    [
      [join(path, 'alert.json'), ['alert.json']],
      [join(path, 'export'), ['channel/day.json', 'users.json']],
    ],
  )
})

test('links in a folder are left out', async (context) => {
  const path = folder(context)
  symlinkSync('/etc/passwd', join(path, 'export/channel/link.json'))
  const [raw] = await inputs([join(path, 'export')], () => true, none())
  assert.deepEqual(
    raw?.files.map((file) => file.path),
    ['channel/day.json', 'users.json'],
  )
})

test('standard input is one payload, and nothing on it is a sentence', async () => {
  const [raw] = await inputs(['-'], () => false, bytes('a', 'b'))
  assert.equal(Buffer.from(raw?.files[0]?.bytes ?? []).toString(), 'ab')
  await assert.rejects(
    inputs(['-'], () => false, none()),
    /nothing came/,
  )
})

test('what is not there is a sentence', async () => {
  await assert.rejects(
    inputs(['/no/such/thing'], () => false, none()),
    /Cannot read \/no\/such\/thing: there is no such file/,
  )
})
