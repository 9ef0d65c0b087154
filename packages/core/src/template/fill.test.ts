import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import {
  blankDocument,
  BUILT_IN_TEMPLATES,
  DEFAULT_CONFIGURATION,
  fill,
  normalise,
  parseMarkdown,
  parseTemplate,
  plainText,
  printMarkdown,
  stated,
} from '../index.ts'
import { incidentOf, keyEvent, moment, ORIGIN, personNamed, SEED_SAMPLE, SEED_TIMELINE } from '../testing/made-incident.ts'
import type { Incident } from '../incident.ts'
import { escapeMarkdown } from '../escape-markdown.ts'

const filled = (text: string, incident: Incident) => fill(parseTemplate(text, 'a.md').template, incident, DEFAULT_CONFIGURATION)
const printed = (text: string, incident: Incident): string => printMarkdown(filled(text, incident).document.tree)
const builtIn = (id: string) => parseTemplate(BUILT_IN_TEMPLATES.find((template) => template.id === id)?.text ?? '', id).template

test('every built-in template parses without a problem and keeps its text', () => {
  for (const { id, text } of BUILT_IN_TEMPLATES) {
    const { template, problems } = parseTemplate(text, id)
    assert.deepEqual(problems, [])
    assert.equal(template.text, text)
    assert.equal(template.id, id)
  }
})

test('key information has what the seed shows, in its order and formats', () => {
  const words = printed('::key-information', SEED_SAMPLE).replace(/:(?:person|time)\[([^\]]*)\]\{[^}]*\}/g, '$1')
  const lines = words.split('\n').filter((line) => line.startsWith('-') || line.startsWith('#'))
  assert.deepEqual(lines, [
    '### \u2139\ufe0f Tagged Data',
    '- Incident Type: Platform',
    '- Severity: Major',
    '- Affected services: Login, Cart, User Preferences',
    '### \u{1f46a} Team',
    '- Incident Lead: Chris Evans',
    '- Reporter: Steven Millhouse',
    '- Active participants: Rebecca Song',
    '- Observers: Michael Scott',
    '### \u{1f517} Useful Links',
    '- [Jira issue](https://jira.example/OPS-7)',
    '- [Slack channel](https://chat.example/C1)',
    '### \u23f1\ufe0f Key Timestamps',
    '- Impact started at: November 10, 2022 2:12 PM (UTC)',
    '- Reported at: November 10, 2022 2:12 PM (UTC)',
    '- Identified at: November 10, 2022 2:18 PM (UTC)',
    '- Fixed at: November 10, 2022 2:20 PM (UTC)',
    '- Closed at: November 10, 2022 2:30 PM (UTC)',
    '- Time to detect: 0s',
    '- Time to identify: 6mins',
    '- Time to fix: 8mins',
    '- Duration of impact: 8mins',
    '- Time to close: 18mins',
  ])
})

const rowsOf = (text: string, incident: Incident): string[] => {
  const rows: string[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'tableRow') rows.push(node.children.map((cell) => plainText(cell)).join(' | '))
    else if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(filled(text, incident).document.tree)
  return rows
}

test('the timeline is the seed\u2019s, each time a link to where the record has the event', () => {
  assert.deepEqual(rowsOf('::timeline', SEED_TIMELINE), [
    'Timestamp | Event',
    '12:00:00 | Chris reported the incident',
    '12:07:00 (+7mins) | Incident lead assigned',
    '12:10:00 (+10mins) | Issue identified',
    '12:12:00 (+12mins) | Incident closed',
  ])
  assert.match(printed('::timeline', SEED_TIMELINE), /\[:event\[12:07:00 \(\+7mins\)\]\{at=[^}]* id=slack:2\}\]\(https:\/\/chat\.example\/C1\/1\)/)
  assert.equal(printed('::timeline', SEED_TIMELINE).match(/UTC/g)?.length, 1)
})

test('a timeline over midnight has a row for each day', () => {
  const incident = incidentOf({ events: [keyEvent('a:1', moment('23:59:00'), 'One'), keyEvent('a:2', moment('00:01:00', '2022-11-11'), 'Two')] })
  assert.deepEqual(rowsOf('::timeline', incident), [
    'Timestamp | Event',
    'November 10, 2022 | ',
    '23:59:00 | One',
    'November 11, 2022 | ',
    '00:01:00 (+2mins) | Two',
  ])
})

test('a message says who wrote it, and a limit says how many rows are left', () => {
  const what = { kind: 'message', channel: null, bot: false, pinned: false, broadcast: false, edited: false, reactions: [], attachments: [] } as const
  const incident = incidentOf({
    people: [personNamed('p:1', 'Ana')],
    events: [keyEvent('a:1', moment('12:00:00'), 'rolling back', { what, actor: 'p:1' }), keyEvent('a:2', moment('12:01:00'), 'Two')],
  })
  assert.equal(rowsOf('::timeline{limit=1}', incident)[1], '12:00:00 | Ana: rolling back')
  assert.match(printed('::timeline{limit=1}', incident), /1 more event is in the record\./)
  assert.equal(rowsOf('::timeline{columns=time,who,event,source}', incident)[1], '12:00:00 | Ana | rolling back | Slack message in #inc-42')
})

test('a document passes normalise unchanged and comes back from its Markdown as it was', () => {
  for (const { id } of BUILT_IN_TEMPLATES) {
    const { tree } = fill(builtIn(id), SEED_SAMPLE, DEFAULT_CONFIGURATION).document
    assert.deepEqual(normalise(tree), tree)
    assert.deepEqual(parseMarkdown(printMarkdown(tree)).tree, tree)
  }
})

test('what is missing is a placeholder and said once, with its place in the template', () => {
  const { problems, document } = filled('{{ incident.severity }} and {{ incident.severity | upper }}', incidentOf({}))
  assert.equal(printMarkdown(document.tree), '_not known yet_ and _not known yet_\n')
  assert.deepEqual(
    problems.map(({ code, place }) => [code, place?.line, place?.column]),
    [['fill/missing', 1, 1]],
  )
})

test('a section that is left to people is said once, and one with a stated summary is not', () => {
  const people = (incident: Incident): string[] =>
    fill(builtIn('default'), incident, DEFAULT_CONFIGURATION)
      .problems.filter(({ code }) => code === 'fill/left-to-people')
      .map(({ message }) => message)
  assert.equal(people(SEED_SAMPLE).length, 5)
  assert.equal(people({ ...SEED_SAMPLE, summary: stated('It broke.\n\nWe mended it.', ORIGIN) }).length, 4)
})

const FILTER_CASES: readonly (readonly [string, string])[] = [
  ['{{ incident.severity | upper }}', 'MAJOR'],
  ['{{ incident.status | default: "open | {{ x" }}', 'open | {{ x'],
  ['{{ incident.services | join: " and " }}', 'Login and Cart and User Preferences'],
  ['{{ incident.services | first | lower }}', 'login'],
  ['{{ incident.services | count }}', '3'],
  ['{{ incident.start | time }}', '14:12:00'],
  ['{{ incident.start | zone: "Asia/Tokyo" | datetime-zone }}', 'November 10, 2022 11:12 PM (JST)'],
  ['{{ incident.start | date: "Asia/Tokyo" }}', 'November 10, 2022'],
  ['{{ incident.timestamps.fixed | elapsed }}', '+8mins'],
  ['{{ incident.metrics.time-to-fix | minutes }}', '8'],
  ['{{ incident.metrics.time-to-fix }}', '8mins'],
  ['{{ incident.lead.name | truncate: 5 }}', 'Chri\u2026'],
  ['{{ incident.roles.observers }}', 'Michael Scott'],
]

test('filters change values', () => {
  for (const [expression, expected] of FILTER_CASES) assert.equal(plainText(filled(expression, SEED_SAMPLE).document.tree), expected, expression)
})

test('data goes into tables, code, links and addresses, and their structure stays', () => {
  const incident = incidentOf({ title: stated('a|b `c` [d](e)', ORIGIN), severity: stated('x y&z', ORIGIN) })
  const text =
    '| a |\n| - |\n| {{ incident.title | default: "x" }} |\n\n`{{ incident.title }}` [{{ incident.title }}](https://x.example/?q={{ incident.severity }})'
  const { tree } = filled(text, incident).document
  assert.equal(tree.children[0]?.type, 'table')
  const [code, , link] = tree.children[1]?.type === 'paragraph' ? tree.children[1].children : []
  assert.deepEqual(code, { type: 'inlineCode', value: 'a|b `c` [d](e)' })
  assert.equal(link?.type === 'link' ? link.url : '', 'https://x.example/?q=x%20y%26z')
})

test('a loop makes one list, nested loops nest, and conditions choose', () => {
  const incident = incidentOf({
    people: [personNamed('p:1', 'Ana')],
    followUps: ['One', 'Two'].map((text) =>
      stated({ id: text, text, owner: 'p:1', due: null, priority: null, outcome: 'open', reason: null, ticket: null }, ORIGIN),
    ),
  })
  const { tree } = filled(':::each{of=incident.follow-ups as=action}\n- {{ action.text }} ({{ action.owner.name }})\n:::', incident).document
  assert.equal(tree.children.length, 1)
  assert.equal(printMarkdown(tree), '- One (Ana)\n- Two (Ana)\n')
  assert.equal(printed(':::if{has=incident.summary}\nYes\n::else\nNo\n:::', incident), 'No\n')
  assert.equal(printed(':::if{is=incident.severity value="critical, major"}\nYes\n:::', SEED_SAMPLE), 'Yes\n')
})

test('loops in loops stop at the budget with a problem', () => {
  const people = Array.from({ length: 300 }, (_, index) => personNamed(`p:${index}`, `P${index}`))
  const open = ['a', 'b', 'c', 'd'].map((name, index) => `${':'.repeat(7 - index)}each{of=incident.people as=${name}}`)
  const close = [4, 5, 6, 7].map((colons) => ':'.repeat(colons))
  const { problems } = filled([...open, 'x', ...close].join('\n'), incidentOf({ people }))
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['fill/too-large'],
  )
})

test('a blank document is legible: no braces, no live blocks, guidance and placeholders', () => {
  for (const { id } of BUILT_IN_TEMPLATES) {
    const text = printMarkdown(blankDocument(builtIn(id), DEFAULT_CONFIGURATION).tree)
    assert.doesNotMatch(text, /\{\{|:::(?!guidance|$)|undefined|NaN/m)
    assert.match(text, /:::guidance/)
    assert.doesNotMatch(text, /Time to respond/)
  }
})

const HOSTILE = fc.oneof(
  fc.constantFrom(
    '# PWNED | <img onerror=x>',
    ':::callout{kind=danger}',
    '::timeline',
    '{{ incident.title }}',
    '- [ ] x',
    '| a | b |',
    '```',
    '](javascript:x)',
    '\u202ex',
    '&amp;<!--',
  ),
  fc.string({ unit: 'binary', minLength: 1 }).filter((text) => /\p{L}/u.test(text)),
)

const shapeOf = (node: Nodes): unknown => ('children' in node ? [node.type, 'name' in node ? node.name : '', node.children.map(shapeOf)] : node.type)

test('hostile words in the record never change the structure of a document', () => {
  const saying = (word: string): Incident => ({
    ...SEED_SAMPLE,
    title: stated(word, ORIGIN),
    severity: stated(word, ORIGIN),
    type: stated(word, ORIGIN),
    status: stated(word, ORIGIN),
    services: [stated(word, ORIGIN)],
    people: SEED_SAMPLE.people.map((person) => ({ ...person, name: word })),
    links: [stated({ kind: 'ticket', title: word, url: 'https://x.example' }, ORIGIN)],
    events: [keyEvent('a:1', moment('12:00:00'), escapeMarkdown(word), { actor: 'slack:U1' })],
    findings: [stated({ kind: 'risk', text: escapeMarkdown(word), category: null }, ORIGIN)],
    followUps: [
      stated({ id: word, text: escapeMarkdown(word), owner: 'slack:U1', due: null, priority: 'x', outcome: 'open', reason: null, ticket: null }, ORIGIN),
    ],
  })
  const templates = ['default', 'sre', 'customer'].map(builtIn)
  const baselines = templates.map((template) => JSON.stringify(shapeOf(fill(template, saying('word'), DEFAULT_CONFIGURATION).document.tree)))
  fc.assert(
    fc.property(
      HOSTILE.filter((word) => !/[\r\n\u2028\u2029\u0085]/.test(word)),
      (word) => {
        for (const [index, template] of templates.entries()) {
          const { tree } = fill(template, saying(word), DEFAULT_CONFIGURATION).document
          assert.equal(JSON.stringify(shapeOf(tree)), baselines[index])
          assert.deepEqual(normalise(tree), tree)
        }
      },
    ),
    { numRuns: 60 },
  )
})
