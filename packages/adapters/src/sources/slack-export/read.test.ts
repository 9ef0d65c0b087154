import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync, type Zippable } from 'fflate'
import type { Raw } from '@blamefree/core'
import { testData, missingTestData } from '../../../../../tools/test-data.ts'
import { rawAt, rawOf } from '../testing/fixtures.ts'
import { slackExport } from './index.ts'

const MESSAGES = [
  { type: 'message', user: 'U1', text: 'is it down?', ts: '1772614800.000100' },
  { type: 'message', user: 'U1', text: 'found it', ts: '1772614860.000100' },
]
const json = (value: unknown): Uint8Array => strToU8(JSON.stringify(value))
const EXPORT: Zippable = {
  'users.json': json([{ id: 'U1', name: 'ada', real_name: 'Ada' }]),
  'channels.json': json([
    { id: 'C1', name: 'inc-1' },
    { id: 'C2', name: 'general' },
  ]),
  'inc-1/2026-03-04.json': json(MESSAGES),
}
const zip = (files: Zippable): Raw => rawOf('export.zip', zipSync(files))
const codes = (raw: Raw): string[] => slackExport.read(raw).problems.map(({ code }) => code)
const texts = (text: string, more: object = {}): string[] =>
  slackExport.read(rawOf('a.json', json([{ ...MESSAGES[0], text, ...more }]))).events.map((event) => event.text)

test('a zip, the same in a folder on top, and its unpacked files give the same events', () => {
  const plain = slackExport.read(zip(EXPORT)).events
  const nested = slackExport.read(zip(Object.fromEntries(Object.entries(EXPORT).map(([path, bytes]) => [`acme export/${path}`, bytes])))).events
  const files = Object.entries(EXPORT).map(([path, bytes]) => ({ path, size: (bytes as Uint8Array).length, bytes: bytes as Uint8Array }))
  assert.equal(plain.length, 2)
  assert.deepEqual(nested, plain)
  assert.deepEqual(slackExport.read({ name: 'export', files }).events, plain)
})

test('of several channels none is read until one is chosen, by name or id', () => {
  const raw = zip({ ...EXPORT, 'general/2026-03-04.json': json([{ ...MESSAGES[0], ts: '1772614700.000100' }]) })
  const open = slackExport.read(raw)
  assert.deepEqual(
    open.parts.map(({ name, messages }) => [name, messages]),
    [
      ['inc-1', 2],
      ['general', 1],
    ],
  )
  assert.match(open.problems[0]?.message ?? '', /2 channels: inc-1, general/)
  assert.equal(open.events.length, 0)
  for (const channels of [['#INC-1'], ['C1']]) assert.equal(slackExport.read(raw, { channels }).events.length, 2)
  assert.equal(slackExport.read(raw, { channels: ['inc-1', 'C2'] }).events.length, 3)
  assert.match(slackExport.read(raw, { channels: ['nope'] }).problems[0]?.message ?? '', /There is no channel nope/)
})

test('a window is half-open', () => {
  const options = { from: '2026-03-04T09:00:00.000Z', to: '2026-03-04T09:01:00.000Z' } as Parameters<typeof slackExport.read>[1]
  assert.deepEqual(
    slackExport.read(zip(EXPORT), options).events.map(({ text }) => text),
    ['is it down?'],
  )
})

for (const [mrkdwn, markdown] of [
  ['*b* _i_ ~s~ `c`', '**b** _i_ ~~s~~ `c`'],
  ['2*3*4 and snake_case_name', '2\\*3\\*4 and snake_case_name'],
  ['* not a list', '\\* not a list'],
  ['&lt;b&gt; &amp;amp;', '\\<b> \\&amp;'],
  [':slightly_smiling_face: :+1::skin-tone-3: :own_emoji:', '🙂 👍🏼 :own_emoji:'],
  ['<!here> <!subteam^S1|@sre> <#C9|infra>', '@here @sre #infra'],
  ['<https://example.com/a?t=xoxe-1-2-3|the log>', '[the log](https://example.com/a)'],
  ['<javascript:alert(1)|x> <script>', 'x \\<script>'],
  ['*open\nnext* line', '\\*open\\\nnext\\* line'],
  ['::timeline{events=all}', '\\::timeline{events=all}'],
  ['a\u202Eb', 'ab'],
  ['\uD800 lone', '\uFFFD lone'],
] as const) {
  test(`${JSON.stringify(mrkdwn)} becomes ${JSON.stringify(markdown)}`, () => assert.deepEqual(texts(mrkdwn), [markdown]))
}

test('what was deleted is not there, what was edited has its last words, and what is told twice comes once', () => {
  const day = [
    ...MESSAGES,
    { ...MESSAGES[1], subtype: 'thread_broadcast', thread_ts: MESSAGES[0]?.ts },
    { type: 'message', subtype: 'message_changed', ts: '1772614900.000100', message: { ...MESSAGES[0], text: 'it is down' } },
    { type: 'message', user: 'U1', text: 'oops', ts: '1772614910.000100' },
    { type: 'message', subtype: 'message_deleted', ts: '1772614920.000100', deleted_ts: '1772614910.000100' },
  ]
  const { events } = slackExport.read(rawOf('a.json', json(day)))
  assert.deepEqual(
    events.map(({ text, what }) => [text, what.kind === 'message' && what.edited, what.kind === 'message' && what.broadcast]),
    [
      ['it is down', true, false],
      ['found it', false, true],
    ],
  )
})

test('what a later day edits, deletes or tells again holds for an earlier one, and whoever only wrote what was deleted is not named', () => {
  const first = [...MESSAGES, { type: 'message', user: 'U9', text: 'oops', ts: '1772614910.000100' }]
  const later = [
    { type: 'message', subtype: 'message_changed', ts: '1772700000.000100', message: { ts: MESSAGES[0]?.ts, text: 'it is down' } },
    { type: 'message', subtype: 'message_deleted', ts: '1772700001.000100', deleted_ts: '1772614910.000100' },
    { ...MESSAGES[1], subtype: 'thread_broadcast', thread_ts: MESSAGES[0]?.ts },
  ]
  const { events, people } = slackExport.read(zip({ ...EXPORT, 'inc-1/2026-03-04.json': json(first), 'inc-1/2026-03-05.json': json(later) }))
  assert.deepEqual(
    events.map(({ text, actor, what }) => [text, actor, what.kind === 'message' && what.edited, what.kind === 'message' && what.broadcast]),
    [
      ['it is down', 'slack-export:U1', true, false],
      ['found it', 'slack-export:U1', false, true],
    ],
  )
  assert.deepEqual(
    people.map(({ id }) => id),
    ['slack-export:U1'],
  )
})

test('a file reads the same as Slack lays it out, in one line, and with a broken entry in its middle', () => {
  const words = (text: string): string[] => slackExport.read(rawOf('a.json', text)).events.map((event) => event.text)
  const three = [...MESSAGES, { ...MESSAGES[0], ts: '1772614999.000100', text: 'a\n    },\n    {\n b' }]
  const laidOut = JSON.stringify(three, null, 4)
  assert.equal(words(laidOut).length, 3)
  assert.deepEqual(words(laidOut), words(JSON.stringify(three)))
  assert.deepEqual(words(`${laidOut}\n`), words(laidOut))
  assert.deepEqual(words(laidOut.replace('"found it"', 'found it')), ['is it down?', words(laidOut)[2]])
})

test('the messages before a cut are read, and the place of the cut is said', () => {
  const cut = JSON.stringify(MESSAGES, null, 1).slice(0, -30)
  const { events, problems } = slackExport.read(zip({ ...EXPORT, 'inc-1/2026-03-05.json': strToU8(cut), 'inc-1/2026-03-04.json': json([]) }))
  assert.equal(events.length, 1)
  assert.match(problems[0]?.message ?? '', /^export\.zip: inc-1\/2026-03-05\.json ends in the middle \(line 12, /)
})

const renamed = (bytes: Uint8Array, from: string, to: string): Raw =>
  rawOf('export.zip', new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1')))

test('a zip that cannot be trusted is refused whole, with the reason', () => {
  const more = { ...EXPORT, 'inc-1/2026-03-05.json': json(MESSAGES) }
  assert.deepEqual(codes(renamed(zipSync(more), '2026-03-05', '2026-03-04')), ['slack-export/zip-duplicate'])
  assert.deepEqual(codes(renamed(zipSync({ ...EXPORT, 'aaaaa/passwd': json([]) }), 'aaaaa/passwd', '../../passwd')), ['slack-export/zip-path'])
  assert.deepEqual(codes(zip({ ...EXPORT, 'inc-1/2026-03-05.json': [new Uint8Array(20_000_000), { level: 9 }] })), ['slack-export/zip-bomb'])
  assert.deepEqual(codes(rawOf('export.zip', zipSync(EXPORT).slice(0, 200))), ['slack-export/damaged-zip'])
  assert.deepEqual(codes(rawOf('export.zip', 'PK\u0003\u0004 and then nothing')), ['slack-export/damaged-zip'])
})

test('an entry that lies about its size or is damaged is left out with its place', () => {
  const bytes = zipSync(EXPORT, { level: 6 })
  const name = Buffer.from(bytes).lastIndexOf('inc-1/2026-03-04.json')
  const lying = bytes.slice()
  lying[name - 46 + 24] = 5
  const { problems, events } = slackExport.read(rawOf('export.zip', lying))
  assert.equal(events.length, 0)
  assert.match(problems[0]?.message ?? '', /export\.zip: inc-1\/2026-03-04\.json is damaged/)
})

test('a symbolic link is passed over', () => {
  const { problems, events } = slackExport.read(zip({ ...EXPORT, link: [strToU8('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }] }))
  assert.deepEqual([problems[0]?.code, events.length], ['slack-export/zip-link', 2])
})

const REAL = ['slack/hfaran__slack-export-viewer/tests/testarchive.zip', 'slack/hackerkid__zulip/zerver/tests/fixtures/slack_fixtures/test_slack_importer.zip']
for (const path of REAL) {
  test(`${path} is read whole`, { skip: missingTestData(path) }, () => {
    const raw = rawAt(testData(path) ?? '', 'export.zip')
    assert.equal(slackExport.recognise(raw), 'certain')
    const { parts } = slackExport.read(raw)
    const { events, problems } = slackExport.read(raw, { channels: parts.map(({ id }) => id) })
    assert.ok(events.length >= parts.reduce((sum, { messages }) => sum + messages, 0) - 3)
    assert.deepEqual(problems, [])
    assert.doesNotMatch(JSON.stringify(events), /xox[a-z]-/)
  })
}
