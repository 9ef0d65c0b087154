import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { BLOCKS, DEFAULT_CONFIGURATION, fill, FILTERS, parseTemplate, printTemplate, STRUCTURE, type Problem } from '../index.ts'
import { SEED_SAMPLE } from '../testing/made-incident.ts'

const problemsOf = (text: string): readonly Problem[] => parseTemplate(text, 'a.md').problems
const CASES: readonly (readonly [string, string, number, number, RegExp])[] = [
  ['---\nid: x\n---\n\n# {{ incident.sevrity }}', 'template/unknown-name', 5, 6, /Did you mean `severity`\? Known: id, title/],
  ['{{ severity }}', 'template/unknown-name', 1, 4, /incident\.severity/],
  ['{{ incident.constructor }}', 'template/unknown-name', 1, 4, /Known/],
  ['{{ incident.lead.__proto__ }}', 'template/unknown-name', 1, 4, /Known: name/],
  ['{{ incident.title | uper }}', 'template/unknown-filter', 1, 21, /Did you mean `upper`/],
  ['{{ incident.title | date }}', 'template/filter-shape', 1, 21, /a time/],
  ['{{ incident.start | zone: "Mars" }}', 'template/filter-argument', 1, 21, /Europe\/London/],
  ['{{ incident.title | }}', 'template/unreadable', 1, 19, /./],
  ['a {{ incident.title', 'template/unclosed', 1, 3, /Close it/],
  ['a\n\n::timline', 'template/unknown-block', 3, 1, /Did you mean `timeline`/],
  ['::timeline{evnts=key}', 'template/unknown-attribute', 1, 12, /Did you mean `events`/],
  ['::timeline{events=kee}', 'template/unknown-value', 1, 12, /Did you mean `key`/],
  ['::timeline{limit=many}', 'template/unknown-value', 1, 12, /limit=20/],
  [':::each{of=incident.title as=x}\na\n:::', 'template/not-a-list', 1, 12, /Loop over a list/],
  [':::each{of=incident.people as=x}\n{{ x.nme }}\n:::', 'template/unknown-name', 2, 4, /Did you mean `name`/],
  [':::if{has=incident.sumary}\na\n:::', 'template/unknown-name', 1, 11, /Did you mean `summary`/],
  [':::each\na\n:::', 'template/missing-attribute', 1, 1, /each\{of=/],
  ['::evidence', 'template/missing-attribute', 1, 1, /Known: summary/],
  [':::if{has=incident.summary}\na', 'template/unclosed', 1, 1, /more colons/],
  [':::if\na\n:::', 'template/no-condition', 1, 1, /has=incident/],
  [':::timeline\na\n:::', 'template/block-content', 1, 1, /two colons/],
  [':::callout{kind=hint}\na\n:::', 'template/unknown-value', 1, 12, /Known: note/],
  ['a <b>x</b>', 'template/html', 1, 3, /Markdown/],
  ['---\nidd: x\n---\n', 'template/front-matter', 2, 1, /Did you mean `id`/],
  ['---\r\nid: x\r\nfor:\r\n  severty: [Critical]\r\n---\r\n', 'template/front-matter', 4, 3, /Did you mean `severity`/],
  ['---\nfor: { type: a, servce: b }\n---\n', 'template/front-matter', 2, 17, /Did you mean `service`/],
  ['---\nid: x\nzone: Mars\n---\n', 'template/front-matter', 3, 1, /Europe/],
]

test('each unknown name is a problem with its line and column and the names that are known', () => {
  for (const [text, code, line, column, hint] of CASES) {
    const [problem] = problemsOf(text)
    assert.deepEqual([problem?.code, problem?.place?.file, problem?.place?.line, problem?.place?.column], [code, 'a.md', line, column], text)
    assert.match(problem?.hint ?? '', hint, text)
  }
})

test('escaped braces and braces in code blocks are text', () => {
  const text = '\\{{ x }}\n\n```yaml\nvalue: {{ $labels.x }}\n```'
  const { template, problems } = parseTemplate(text, 'a')
  assert.deepEqual(problems, [])
  const [first, second] = fill(template, SEED_SAMPLE, DEFAULT_CONFIGURATION).document.tree.children
  assert.deepEqual(first, { type: 'paragraph', children: [{ type: 'text', value: '{{ x }}' }] })
  assert.equal(second?.type === 'code' ? second.value : '', 'value: {{ $labels.x }}')
})

test('an id of the configuration that is not there is said when filling, with the ids that are', () => {
  const { template, problems } = parseTemplate('{{ incident.roles.leed }}', 'a')
  assert.deepEqual(problems, [])
  const problem = fill(template, SEED_SAMPLE, DEFAULT_CONFIGURATION).problems.find(({ code }) => code === 'template/unknown-name')
  assert.match(problem?.hint ?? '', /Did you mean `lead`\? Known: lead, reporter/)
  assert.equal(problem?.place?.line, 1)
})

test('every example of a filter, block and structure parses without a problem', () => {
  for (const { example } of [...FILTERS, ...BLOCKS]) assert.deepEqual(problemsOf(example), [], example)
  for (const { example, name } of STRUCTURE) if (name !== 'else') assert.deepEqual(problemsOf(example), [], example)
})

test('any text is a template: it is parsed, filled and printed back', () => {
  const piece = fc.constantFrom(
    '{{',
    '}}',
    '{{ incident.title }}',
    '{{ x | y: "',
    '::timeline',
    ':::each{of=incident.people}',
    ':::',
    '::else',
    '\ue000',
    '`',
    '|',
    '\n',
    'a',
    '\\',
    '{',
    '"',
    '[x](',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      const { template } = parseTemplate(text, 'a.md')
      assert.equal(printTemplate(template), text)
      fill(template, SEED_SAMPLE, DEFAULT_CONFIGURATION)
    }),
    { numRuns: 200 },
  )
})
