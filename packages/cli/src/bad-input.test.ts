import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { strToU8, zipSync, type Zippable } from 'fflate'
import { folderFor, recorded } from './testing/recorded.ts'

const USERS = [{ id: 'U1', name: 'ada', real_name: 'Ada', profile: { real_name: 'Ada' } }]
const CHANNELS = [{ id: 'C1', name: 'inc-1' }]
const DAY = [
  { type: 'message', user: 'U1', text: 'is the shop down?', ts: '1668786080.000300' },
  { type: 'message', user: 'U1', text: 'found it: the disk of db-1 is full', ts: '1668786380.000300' },
]

const json = (value: unknown): Uint8Array => strToU8(JSON.stringify(value))
const EXPORT: Zippable = { 'users.json': json(USERS), 'channels.json': json(CHANNELS), 'inc-1/2022-11-18.json': json(DAY) }

/** A zip with one name replaced by another of the same length, which no writer would make. */
function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  assert.equal(from.length, to.length)
  return Buffer.from(Buffer.from(zip).toString('latin1').replaceAll(from, to), 'latin1')
}

interface Case {
  readonly name: string
  readonly files: Readonly<Record<string, Uint8Array | string>>
  /** `2`: nothing can be made; `0`: it goes on and says so. */
  readonly code: 0 | 2
  /** What must be said. */
  readonly says: RegExp
}

const CASES: readonly Case[] = [
  { name: 'an empty file', files: { 'a.json': '' }, code: 2, says: /empty|nothing/i },
  { name: 'a picture', files: { 'a.png': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') }, code: 2, says: /recogni|known/i },
  { name: 'truncated JSON', files: { 'a.json': '{"version":"4","alerts":[{"status":"firing",' }, code: 2, says: /JSON|ends|cut|truncated/i },
  { name: 'deeply nested JSON', files: { 'a.json': '['.repeat(200_000) }, code: 2, says: /\S/ },
  { name: 'a zip that is none', files: { 'a.zip': 'PK\u0003\u0004 and then nothing' }, code: 2, says: /zip|damaged|truncated/i },
  { name: 'a zip cut in the middle', files: { 'a.zip': zipSync(EXPORT).slice(0, 300) }, code: 2, says: /zip|truncated|damaged/i },
  {
    name: 'a zip bomb',
    files: { 'a.zip': zipSync({ ...EXPORT, 'inc-1/2022-11-19.json': new Uint8Array(300 * 1024 * 1024) }, { level: 9 }) },
    code: 2,
    says: /inc-1\/2022-11-19\.json|expands|times|large|bomb/i,
  },
  {
    name: 'a path that leaves the zip',
    files: { 'a.zip': renamed(zipSync({ ...EXPORT, 'aaaaaaaaaaaaaaa/passwd': json([]) }), 'aaaaaaaaaaaaaaa/passwd', '../../../../etc/passwd') },
    code: 2,
    says: /\.\.\/|path|outside/i,
  },
  {
    name: 'the same entry twice',
    files: { 'a.zip': renamed(zipSync({ ...EXPORT, 'inc-1/2022-11-19.json': json(DAY) }), '2022-11-19', '2022-11-18') },
    code: 2,
    says: /twice|duplicate/i,
  },
  {
    name: 'a day file cut in the middle',
    files: {
      'a.zip': zipSync({
        ...EXPORT,
        'inc-1/2022-11-19.json': strToU8(JSON.stringify(DAY.map((message) => ({ ...message, ts: '1668872480.000300' }))).slice(0, -40)),
      }),
    },
    code: 0,
    says: /2022-11-19\.json/,
  },
  {
    name: 'wrong types everywhere',
    files: {
      'a.zip': zipSync({
        ...EXPORT,
        'inc-1/2022-11-19.json': json([
          1,
          null,
          'x',
          [],
          { type: 'message' },
          { type: 7, ts: {}, user: [], text: 9 },
          { type: 'message', ts: '1e99', text: 'x' },
        ]),
      }),
    },
    code: 0,
    says: /\S/,
  },
]

for (const { name, files, code, says } of CASES) {
  test(`${name}: a sentence, the right exit code, no trace, no half a file`, async (context) => {
    const home = folderFor(context)
    const out = join(home, 'out')
    for (const [path, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(home, path)), { recursive: true })
      writeFileSync(join(home, path), bytes)
    }
    const paths = Object.keys(files).map((path) => join(home, path))
    const done = await recorded(['fill', ...paths, '--to', 'markdown', '--out', out])
    assert.equal(done.code, code, done.said)
    assert.match(done.said, says)
    assert.doesNotMatch(done.said, /should not happen|\n\s+at .*:\d+:\d+/)
    if (code === 2) assert.deepEqual(readdirSync(home).toSorted(), Object.keys(files).toSorted())
    else assert.equal(readdirSync(out).length, 1)
  })
}

test('what is to be said is said with its option', async (context) => {
  const home = folderFor(context)
  writeFileSync(join(home, 'a.txt'), '14:05 it broke')
  const undated = await recorded(['fill', join(home, 'a.txt'), '--to', 'markdown', '--out', '-'])
  assert.match(undated.said, /Give the day of the first line, such as 2026-03-04\. Here: --date 2026-03-04\./)
  const zoneless = await recorded(['fill', join(home, 'a.txt'), '--date', '2026-03-04', '--to', 'markdown', '--out', '-'])
  assert.match(zoneless.said, /such as Europe\/London\. Here: --timezone Europe\/London\./)
})

const HOSTILE = [
  '<script>alert(1)</script>',
  ']]>',
  'a | b || c',
  '{{ incident.title }}',
  '::timeline{events=all}',
  ':::callout\nx\n:::',
  '# PWNED',
  '\u0000\u0007\u001B[31m',
  '\uD800 alone',
  '\u202Eevil\u202C',
  '![x](javascript:alert(1))',
  '[x](data:text/html,x)',
  '- [ ] ',
  '```\n',
  '\\',
  '&lt;b&gt;',
  '<!-- x -->',
  '$&',
  '{{body}}',
]

test('hostile text of every kind stays text in Markdown and HTML', async (context) => {
  const home = folderFor(context)
  const messages = HOSTILE.map((text, index) => ({
    type: 'message',
    user: 'U1',
    text: `found it: ${text}`,
    pinned_to: ['C1'],
    ts: `${1668786080 + index * 60}.000100`,
  }))
  writeFileSync(
    join(home, 'a.zip'),
    zipSync({
      'users.json': json([{ ...USERS[0], real_name: '<img src=x onerror=alert(1)>|' }]),
      'channels.json': json(CHANNELS),
      'inc-1/2022-11-18.json': json(messages),
    }),
  )
  const html = await recorded(['fill', join(home, 'a.zip'), '--set', 'title=# PWNED <img src=x> {{x}} ::timeline', '--to', 'html', '--out', '-'])
  assert.equal(html.code, 0, html.said)
  assert.doesNotMatch(html.out, /<script|<img src=x|href="(?:javascript|data):/)
  const markdown = await recorded(['fill', join(home, 'a.zip'), '--to', 'markdown', '--out', '-'])
  assert.equal(markdown.code, 0, markdown.said)
  assert.doesNotMatch(markdown.out, /^# PWNED/m)
  // Front matter is YAML, where a title is a quoted string.
  const body = markdown.out.replace(/^---\n[^]*?\n---\n/, '')
  assert.doesNotMatch(body.replaceAll(/`[^`]*`/g, ''), /(?<!\\)<script/)
})

test('usage mistakes are a sentence and exit code 2', async () => {
  for (const args of [[], ['fil'], ['fill'], ['fill', '/no/such'], ['fill', '-', '--to', 'doc'], ['lint', '/no/such.md'], ['fill', '-', '--bogus']]) {
    const { code, said } = await recorded(args)
    assert.equal(code, args.length === 0 ? code : 2, args.join(' '))
    assert.doesNotMatch(said, /\n\s+at .*:\d+:\d+/)
  }
})
