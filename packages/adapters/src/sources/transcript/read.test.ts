import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReadOptions } from '@blamefree/core'
import { missingTestData, testData } from '../../../../../tools/test-data.ts'
import { rawAt, rawOf } from '../testing/fixtures.ts'
import { transcript } from './index.ts'

const OPTIONS: ReadOptions = { zone: 'UTC', date: '2026-03-04' }

function lines(text: string, options: ReadOptions = OPTIONS): string[] {
  const { events, people } = transcript.read(rawOf('a.txt', text), options)
  return events.map(({ at, actor, text: said }) => `${at.slice(5, 16)} ${people.find(({ id }) => id === actor)?.name ?? '-'}: ${said}`)
}

for (const [name, text, expected] of [
  ['a Slack desktop copy', 'Chris Evans  [4:15 PM]\nhello\nworld (edited)\n3 replies', ['03-04T16:15 Chris Evans: hello\\\nworld']],
  ['Slack web copy after another', 'Ada  4:14 PM\nhi\nChris Evans\n  4:15 PM\nhello', ['03-04T16:14 Ada: hi', '03-04T16:15 Chris Evans: hello']],
  [
    'Slack web copy from its first message on',
    'Chris Evans\n  4:15 PM\nhello\n4:16 PM\nand more',
    ['03-04T16:15 Chris Evans: hello', '03-04T16:16 Chris Evans: and more'],
  ],
  ['Teams', 'Chris Evans  3/4/2026 4:15 PM\nhello', ['03-04T16:15 Chris Evans: hello']],
  ['Teams on a phone', '[4:15 PM] Chris Evans: hello', ['03-04T16:15 Chris Evans: hello']],
  [
    'Teams with names, days and times in lines of their own',
    'Ada Obi\n4:15 PM\nhello\n\nChris Evans\nYesterday 4:16 PM\nhi\nAda Obi\n3/5/2026 4:17 PM\nSee You\n4:18 PM\nbye',
    ['03-03T16:16 Chris Evans: hi', '03-04T16:15 Ada Obi: hello', '03-05T16:17 Ada Obi: See You', '03-05T16:18 Ada Obi: bye'],
  ],
  ['Teams, of an earlier day of the year', '[3/2 4:15 PM] Chris Evans\nhello', ['03-02T16:15 Chris Evans: hello']],
  [
    'a name and a time with one space',
    'Ada Obi 4:15 PM\nhello\nMonday 4:16 PM\nChris 4:17 PM\nbye',
    ['03-04T16:15 Ada Obi: hello\\\nMonday 4:16 PM', '03-04T16:17 Chris: bye'],
  ],
  [
    'a time and a name with the words below',
    '10:41 PM Ada Obi\nsearch is slow\nand slower\n10:43 PM Ben (he/him)\n\nlooking\n10:44 PM\nit is the index\n3/5/2026 9:02 AM Ada Obi:\nthanks',
    ['03-04T22:41 Ada Obi: search is slow\\\nand slower', '03-04T22:43 Ben: looking', '03-04T22:44 Ben: it is the index', '03-05T09:02 Ada Obi: thanks'],
  ],
  [
    'a time and the full names of people who each say one thing',
    '22:41:07 Ada Obi\nsearch is slow\n22:43 UTC @ben.stone\nlooking',
    ['03-04T22:41 Ada Obi: search is slow', '03-04T22:43 ben.stone: looking'],
  ],
  [
    'what a timeline is headed with, which is nobody,',
    '14:05 Rollback Started\n  to 2.2\n14:09 Service Restored\n  for all\n14:10 Update\n  fine\n14:12 Update\n  fine',
    [
      '03-04T14:05 -: Rollback Started\\\nto 2.2',
      '03-04T14:09 -: Service Restored\\\nfor all',
      '03-04T14:10 -: Update\\\nfine',
      '03-04T14:12 -: Update\\\nfine',
    ],
  ],
  [
    'lines of people whose names have no capital letters, or many parts,',
    '14:05 محمد العلي: it broke\n14:06 陈伟：looking\n14:07 Grace Okonkwo de la Cruz: found it\n14:08 محمد العلي: good\n14:09 陈伟：fixed\n14:10 Grace Okonkwo de la Cruz: yes\n14:11 تم الإصلاح: 2.2',
    [
      '03-04T14:05 محمد العلي: محمد العلي: it broke',
      '03-04T14:06 陈伟: 陈伟: looking',
      '03-04T14:07 Grace Okonkwo de la Cruz: Grace Okonkwo de la Cruz: found it',
      '03-04T14:08 محمد العلي: محمد العلي: good',
      '03-04T14:09 陈伟: 陈伟: fixed',
      '03-04T14:10 Grace Okonkwo de la Cruz: Grace Okonkwo de la Cruz: yes',
      '03-04T14:11 -: تم الإصلاح: 2.2',
    ],
  ],
  ['a name without capital letters above its time', 'נועה לוי\n4:15 PM\nhello\n\nמיכל\n4:16 PM\nhi', ['03-04T16:15 נועה לוי: hello', '03-04T16:16 מיכל: hi']],
  ['Zoom', '14:05:09 From Ada Obi to Everyone: hello\n14:06:00\t From Chris : bye', ['03-04T14:05 Ada Obi: hello', '03-04T14:06 Chris: bye']],
  ['Discord', 'chris — Today at 4:15 PM\nhello\nada — 03/05/2026 4:15 AM\nbye', ['03-04T16:15 chris: hello', '03-05T04:15 ada: bye']],
  ['IRC', '[14:05] <nick> hello\n14:06:09 <@op> bye', ['03-04T14:05 nick: hello', '03-04T14:06 op: bye']],
  ['WhatsApp', '[13/03/2026, 14:05:09] Ada Obi: hello\n13/03/2026, 14:06 - Ben: bye', ['03-13T14:05 Ada Obi: hello', '03-13T14:06 Ben: bye']],
  [
    'notes by hand',
    '14:05 rollback started\n14:06 - Chris: done\n* [14:07] Update: fine',
    ['03-04T14:05 -: rollback started', '03-04T14:06 Chris: Chris: done', '03-04T14:07 -: Update: fine'],
  ],
  ['a zone in the line', '14:05 UTC+2 x happened\n14:05Z y happened', ['03-04T12:05 -: x happened', '03-04T14:05 -: y happened']],
  ['a table', '| Time | What |\n|---|---|\n| 14:05 | it broke |', ['03-04T14:05 -: it broke']],
  ['midnight', '23:58 late\n00:03 early\n00:02 out of order', ['03-05T00:02 -: out of order', '03-04T23:58 -: late', '03-05T00:03 -: early'].toSorted()],
  ['a day heading', 'Thursday, March 5th\n14:05 x happened\n--- 2026-03-07 ---\n14:06 y happened', ['03-05T14:05 -: x happened', '03-07T14:06 -: y happened']],
  [
    'emoji by their short names, and what only looks like one',
    '14:05 thanks :pray: :not-ours: 10:100:20 a:x:b',
    ['03-04T14:05 -: thanks 🙏 :not-ours: 10:100:20 a:x:b'],
  ],
  ['an address with a token', '14:05 see https://example.com/a?t=xoxe-1-2-3.', ['03-04T14:05 -: see <https://example.com/a>.']],
  ['markup', '14:05 so <b>*x*</b> ::timeline', ['03-04T14:05 -: so \\<b>\\*x\\*\\</b> ::timeline']],
  ['an element of HTML behind the time, which is no nick', '14:05 <b>down</b> again', ['03-04T14:05 -: \\<b>down\\</b> again']],
  [
    'prose of a document, which is no event',
    '# Incident\n\n## Summary\n\n14:05 was when it broke.\n\n- 14:06 a list\n\n## Timeline\n\n14:07 in its place\n\n## Lessons\n\n| 14:08 | a table |',
    ['03-04T14:06 -: a list', '03-04T14:07 -: in its place', '03-04T14:08 -: a table'],
  ],
  ['a text under one heading alone', '# Incident 42\n14:05 it broke', ['03-04T14:05 -: it broke']],
] as const) {
  test(`${name} is read`, () => assert.deepEqual(lines(text), expected))
}

test('a line by hand is a note and key, a chat line a message', () => {
  const { events } = transcript.read(rawOf('a.txt', '14:05 x happened\nAda  2:06 PM\nhi'), OPTIONS)
  assert.deepEqual(
    events.map(({ what, mark }) => [what.kind, mark.level]),
    [
      ['note', 'key'],
      ['message', 'detail'],
    ],
  )
})

for (const [name, text, title] of [
  [
    'the first heading',
    '---\nweight: 9\n---\n\n# Incident on 2023-06-06 - **User services** down\n\n- Key events\n  - 2023-06-06 10:26 detected',
    'Incident on 2023-06-06 - User services down',
  ],
  ['no heading that says that times follow', '# Timeline\n14:05 it broke', null],
  ['no day', '# 2026-03-04\n14:05 it broke', null],
  ['nothing after the first line with a time', '14:05 it broke\n# Learnings of it all', null],
] as const)
  test(`the title is ${name}`, () => assert.equal(transcript.read(rawOf('a.md', text), OPTIONS).title?.value ?? null, title))

test('more lines by hand than anybody writes, each with a name, are a conversation; without names they are notes', () => {
  const many = (count: number, words: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => `14:${String(index % 60).padStart(2, '0')} ${words(index)}`).join('\n')
  const kinds = (text: string): (readonly [kind: string, level: string])[] => [
    ...new Map(transcript.read(rawOf('a.txt', text), OPTIONS).events.map(({ what, mark }) => [what.kind, [what.kind, mark.level] as const])).values(),
  ]
  const said = (index: number): string => `${index % 2 === 0 ? 'Ada' : 'Ken'}: still looking into part ${index}`
  assert.deepEqual(kinds(many(61, said)), [['message', 'detail']])
  assert.deepEqual(kinds(many(60, said)), [['note', 'key']])
  assert.deepEqual(kinds(many(90, (index) => `step ${index} was done`)), [['note', 'key']])
  const [first] = transcript.read(rawOf('a.txt', many(61, said)), OPTIONS).events
  assert.deepEqual([first?.text, first?.actor === null], ['still looking into part 0', false], 'who said it is said once')
})

for (const [name, text, date, day, message] of [
  ['another date that is day first', '03/04/2026 14:05 x happened\n13/04/2026 14:05 y happened', undefined, '2026-04-03', /day first, because of 13\/04\/2026/],
  [
    'another date that is month first',
    '03/04/2026 14:05 x happened\n03/14/2026 14:05 y happened',
    undefined,
    '2026-03-04',
    /month first, because of 03\/14\/2026/,
  ],
  ['the same day in full', 'opened 2026-04-03\n03/04/2026 14:05 x happened', undefined, '2026-04-03', /day first, because of 2026-04-03/],
  ['the day that was given', '03/04/2026 14:05 x happened', '2026-04-03', '2026-04-03', /day first, because of 2026-04-03/],
  ['nothing', '03/04/2026 14:05 x happened', undefined, '2026-03-04', /03\/04\/2026 could be read in two ways; it is read month first\.$/],
  ['dates that contradict each other', '03/04/2026 14:05 x happened\n13/04/2026 03/14/2026', undefined, '2026-03-04', /month first\.$/],
] as const) {
  test(`03/04/2026 is decided by ${name}, and a problem says so`, () => {
    const { events, problems } = transcript.read(rawOf('a.txt', text), { zone: 'UTC', ...(date === undefined ? {} : { date }) })
    assert.ok(
      events.some(({ at }) => at.startsWith(day)),
      JSON.stringify(events.map(({ at }) => at)),
    )
    assert.match(problems.find(({ code }) => code === 'transcript/date-order')?.message ?? '', message)
  })
}

test('lines of prose that begin with a time are pointed out', () => {
  const { problems } = transcript.read(rawOf('a.md', '# A\n## B\n14:05 it broke\n- 14:06 so'), OPTIONS)
  assert.deepEqual(
    problems.filter(({ code }) => code === 'transcript/prose').map(({ place }) => place?.line),
    [3],
  )
})

test('lines that belong to nothing are left out, and a problem says so', () => {
  const leftOut = (text: string): (number | undefined)[] =>
    transcript.read(rawOf('a.txt', text), OPTIONS).problems.flatMap(({ code, place }) => (code === 'transcript/left-out' ? [place?.line] : []))
  assert.deepEqual(leftOut('25:61 it never broke\n14:05 it broke'), [1])
  assert.deepEqual(leftOut('14:05 it broke\nand nobody saw it'), [2])
  assert.deepEqual(leftOut('14:05 Rollback Started\nto 2.2\n14:09 Rollback Started\nto 2.1'), [2], 'nobody is called so')
  assert.deepEqual(leftOut('Our timeline\n\n14:05 it broke\n  and nobody saw it\n|---|\n\n14:06 it worked'), [])
  assert.deepEqual(leftOut('# A\n## Timeline\n14:05 it broke\n## Learnings\nMany.'), [], 'of a document only its timeline is meant')
})

test('a missing day and a missing zone are asked for', () => {
  const { events, problems } = transcript.read(rawOf('a.txt', '14:05 x happened'), {})
  assert.equal(events.length, 0)
  assert.match(problems[0]?.hint ?? '', /^Give the day of the first line/)
  assert.match(transcript.read(rawOf('a.txt', '14:05 x happened'), { date: '2026-03-04' }).problems[0]?.hint ?? '', /^Say in which zone they are/)
})

test('a time that came twice or never is pointed out', () => {
  const codes = (text: string): string[] => transcript.read(rawOf('a.txt', text), { zone: 'Europe/London' }).problems.map(({ code }) => code)
  assert.deepEqual(codes('2026-10-25 01:30 x happened'), ['transcript/ambiguous-time'])
  assert.deepEqual(codes('2026-03-29 01:30 x happened'), ['transcript/skipped-time'])
  assert.deepEqual(codes('2026-02-30 01:30 x happened'), ['transcript/no-such-time'])
})

test('ten thousand lines of any kind take linear time', () => {
  const text = ['14:05 '.repeat(300), `${'a '.repeat(900)}[`, '[['.repeat(500), `${' '.repeat(1000)}14:05`].join('\n')
  const began = process.cpuUsage().user
  transcript.read(rawOf('a.txt', `${text}\n`.repeat(50)), OPTIONS)
  assert.ok(process.cpuUsage().user - began < 3_000_000)
})

const REAL = 'postmortems/kubernetes__test-infra/docs/post-mortems/2019-02-08.md'
test('the conversation in a real post-mortem is read', { skip: missingTestData(REAL) }, () => {
  const { events, people } = transcript.read(rawAt(testData(REAL) ?? '', 'a.md'), { zone: 'America/Los_Angeles', date: '2019-02-08' })
  assert.ok(events.filter(({ what }) => what.kind === 'message').length > 40)
  assert.ok(people.some(({ name }) => name === 'krzyzacy'))
})
