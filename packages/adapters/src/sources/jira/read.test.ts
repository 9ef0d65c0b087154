import assert from 'node:assert/strict'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { printMarkdown, normalise, plainText } from '@blamefree/core'
import { missingTestData, testData } from '../../../../../tools/test-data.ts'
import { fixturesOf, rawAt } from '../testing/fixtures.ts'
import { junkFaults } from '../testing/source-faults.ts'
import { adfTree } from './adf.ts'
import { jira } from './index.ts'
import { wikiTree } from './wiki-markup.ts'

const reading = (name: string): ReturnType<typeof jira.read> => {
  const raw = fixturesOf(jira).find((fixture) => fixture.name === name)
  assert.ok(raw !== undefined)
  return jira.read(raw)
}
const wiki = (text: string): string => printMarkdown(normalise(wikiTree(text))).trimEnd()

test('the ticket\u2019s own fields are stated, what we conclude from it is inferred', () => {
  const { title, status, severity, roles, timestamps, services, fields } = reading('issue-v3.json')
  assert.deepEqual([title?.value, title?.basis, status?.value], ['Checkout fails for a third of customers', 'stated', 'Resolved'])
  assert.deepEqual([severity?.value, severity?.basis], ['SEV2', 'stated'])
  assert.deepEqual(
    roles['lead']?.map(({ value, basis }) => [value, basis]),
    [['jira:a-chris', 'stated']],
  )
  assert.deepEqual(
    roles['reporter']?.map(({ value }) => value),
    ['jira:a-bot'],
  )
  assert.deepEqual(
    Object.entries(timestamps).map(([id, { value, basis }]) => [id, value, basis]),
    [
      ['reported', '2026-03-04T09:04:00.000Z', 'inferred'],
      ['closed', '2026-03-04T10:10:00.000Z', 'inferred'],
      ['impact-started', '2026-03-04T09:02:00.000Z', 'stated'],
    ],
  )
  assert.deepEqual(
    services.map(({ value }) => value),
    ['Payments', 'Checkout'],
  )
  assert.deepEqual(
    Object.entries(fields).map(([id, { value }]) => [id, value]),
    [
      ['labels', ['checkout', 'payments']],
      ['customers-affected', 1240],
    ],
  )
})

test('without fields of their own, priority and assignee are what we conclude from', () => {
  const { severity, roles, timestamps } = reading('search-v2.json')
  assert.deepEqual([severity?.value, severity?.rule], ['Blocker', 'ticket-priority'])
  assert.deepEqual(
    roles['lead']?.map(({ value, rule }) => [value, rule]),
    [['jira:JIRAUSER1', 'ticket-assignee']],
  )
  assert.deepEqual(Object.keys(timestamps), ['reported'])
})

test('the changelog becomes events, without its bookkeeping', () => {
  const rows = reading('issue-v3.json').events.map(({ at, text, what }) => `${at.slice(11, 16)} ${what.kind} ${text}`)
  assert.deepEqual(rows, [
    '09:04 action Opened OPS-7: Checkout fails for a third of customers',
    '09:06 change OPS-7 assigned to Rebecca Song',
    '09:06 change Priority of OPS-7 changed from Medium to High',
    '09:20 comment Rolled back to `v41`',
    '10:10 change Status of OPS-7 changed from In Progress to Resolved',
  ])
})

test('subtasks and links become follow-ups with an honest end', () => {
  assert.deepEqual(
    reading('issue-v3.json').followUps.map(({ value, basis }) => [value.id, value.text, value.outcome, value.reason, basis]),
    [
      ['jira:OPS-8', 'Alert on the share of failed checkouts', 'open', null, 'stated'],
      ['jira:PAY-3', 'Retry with a limit', 'wont-do', "Won't do", 'inferred'],
    ],
  )
  const [followUp] = reading('search-v2.json').followUps
  assert.deepEqual(
    [followUp?.value.owner, followUp?.value.due, followUp?.value.outcome, followUp?.value.ticket?.url],
    ['jira:JIRAUSER3', '2026-03-19', 'done', 'https://jira.example.com/jira/browse/ENG-4'],
  )
})

test('a change that caused it is a link, not a follow-up', () => {
  assert.deepEqual(
    reading('issue-v3.json').links.map(({ value }) => value.title),
    ['Jira issue OPS-7', 'PAY-3 (relates to): Retry with a limit', 'CHG-9 (is caused by): Deploy v42'],
  )
})

test('comments that are not in the payload are a problem', () => {
  assert.deepEqual(
    reading('issue-v3.json').problems.map(({ message }) => message),
    ['OPS-7 has 2 comments, and only 1 are here.'],
  )
})

test('a webhook tells of a change at its own time', () => {
  assert.deepEqual(reading('webhook.json').events.at(-1)?.text, 'Status of OPS-7 changed from In Progress to Monitoring')
  assert.equal(reading('webhook.json').events.at(-1)?.actor, 'jira:a-rebecca')
})

test('the document format of API v3 becomes Markdown', () => {
  assert.equal(
    reading('issue-v3.json').summary?.value,
    [
      '## What we see',
      '',
      'Errors since 2026-03-04, see [the graph](https://grafana.example.com/d/1). @Chris Evans looks 👀\\',
      '**ROLLING BACK**',
      '',
      '> Do not deploy \\<b>now\\</b>',
      '',
      '- **31%** fail',
      '- `payments`',
      '',
      '```sql',
      'select 1',
      '  from dual',
      '```',
      '',
      '| Time | Share |',
      '| --- | --- |',
      '| 09:02 | 31% \\| 8% |',
      '',
      '- [x] Tell support',
      '',
      '_Attachment: graph.png_',
      '',
      '**More**',
      '',
      'Hidden words',
    ].join('\n'),
  )
})

const WIKI: readonly (readonly [string, string])[] = [
  ['*bold* and _it_ and -gone- and {{code}}', '**bold** and _it_ and ~~gone~~ and `code`'],
  ['a-b-c 3*4*5 snake_case_name', 'a-b-c 3\\*4\\*5 snake_case_name'],
  ['[text|https://example.com/a] [https://example.com/b]', '[text](https://example.com/a) <https://example.com/b>'],
  ['[~chris] {color:red}hot{color} +new+', '@chris hot new'],
  ['[Log in|javascript:alert(1)]', '\\[Log in|javascript:alert(1)]'],
  ['* one\n** two\n* three', '- one\n  - two\n- three'],
  ['# one\n# two', '1. one\n2. two'],
  ['h3. Title\ntext', '### Title\n\ntext'],
  ['bq. quoted', '> quoted'],
  ['{noformat}\n*raw* |x|\n{noformat}', '```\n*raw* |x|\n```'],
  ['{code}never closed', '```\nnever closed\n```'],
  ['one\ntwo\n\nthree', 'one\\\ntwo\n\nthree'],
  ['||a||b||\n|1|[x|https://e.com]|', '| a | b |\n| --- | --- |\n| 1 | [x](https://e.com) |'],
  ['<b>x</b> :::guidance', '\\<b>x\\</b> :::guidance'],
  ['see https://example.com/x.', 'see <https://example.com/x>.'],
]

for (const [text, expected] of WIKI) test(`wiki markup ${JSON.stringify(text)}`, () => assert.equal(wiki(text), expected))

const TICKETS = 'tickets'
const jsonBelow = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && statSync(join(path, name)).isFile())
    .map((name) => join(path, name))

test('every real Jira payload is read, and each with an issue is recognised', { skip: missingTestData(TICKETS) }, () => {
  let recognised = 0
  for (const part of ['andygrunwald__go-jira', 'ankitpokhrel__jira-cli', 'mattermost__mattermost-plugin-jira']) {
    for (const path of jsonBelow(testData(`${TICKETS}/${part}`) ?? '')) {
      const raw = rawAt(path, path)
      assert.deepEqual(junkFaults(jira, raw), [], path)
      if (jira.recognise(raw) === 'certain') recognised++
    }
  }
  // The rest are boards, fields, filters, projects: they hold no issue.
  assert.equal(recognised, 41)
})

const ADF = 'tickets/MacHu-GWU__atlas_doc_parser-project'

test('every word of real documents in the format survives', { skip: missingTestData(ADF) }, () => {
  for (const path of jsonBelow(testData(ADF) ?? '')) {
    const document: unknown = JSON.parse(readFileSync(path, 'utf8'))
    const words = new Set([...JSON.stringify(document).matchAll(/"text":"([^"\\]+)"/g)].map((match) => (match[1] ?? '').trim()))
    const text = plainText(normalise(adfTree(document)))
    for (const word of words) if (!/^[a-z]+:[A-Za-z]/.test(word)) assert.ok(text.replace(/\s+/g, ' ').includes(word.replace(/\s+/g, ' ')), `${path}: ${word}`)
  }
})
