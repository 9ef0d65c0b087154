import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PhrasingContent, Root, RootContent } from 'mdast'
import { parseInline, parseInlines, parseMarkdown, parseWithPositions } from './markdown.ts'
import { normalise } from './normalise.ts'
import { plainText } from './plain-text.ts'
import { printMarkdown } from './print-markdown.ts'
import { anyTree } from './testing/any-tree.ts'

function types(text: string): string {
  const { tree } = parseMarkdown(text)
  const seen: string[] = []
  const visit = (node: Root | RootContent): void => {
    seen.push('name' in node ? `${node.type}:${node.name}` : node.type)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  for (const child of tree.children) visit(child)
  return seen.join(' ')
}

for (const text of [
  'At 09:02:00Z and 09:02 UTC, ratio 16:9',
  '10:30 [link](https://a.example) 12:07:00 (+7mins)',
  'a:person[x]{id=1}',
  '12:time[x]{at=1}',
  'see :unknown[x]{y=1}',
  '::timeline{events=key}',
  ':::unknown',
  'deploy :time at noon',
  '{{ incident.title }}',
]) {
  test(`no directive in ${JSON.stringify(text)}`, () => assert.doesNotMatch(types(text), /Directive/))
}

for (const [text, expected] of [
  [':person[Chris]{id=x} ', 'paragraph textDirective:person text'],
  ['(:time[12:07]{at=2022-11-10T12:07:00.000Z})', 'paragraph text textDirective:time text text'],
  [':::timeline{events=key}\n| a |\n| - |\n:::', 'containerDirective:timeline table tableRow tableCell text'],
  [
    '::::key-information\n:::callout[Mind]{kind=tip}\nx\n:::\n::::',
    'containerDirective:key-information containerDirective:callout paragraph text paragraph text',
  ],
] as const) {
  test(`directives in ${JSON.stringify(text)}`, () => assert.equal(types(text), expected))
}

for (const [text, printed, problems] of [
  ['<script>alert(1)</script>\n', '\\<script>alert(1)\\</script>\n', ['markdown/html']],
  ['a <b>b</b> c', 'a \\<b>b\\</b> c\n', ['markdown/html', 'markdown/html']],
  ['a<br>b', 'a\\\nb\n', []],
  ['[x](javascript:alert(1)) ![y](data:text/html,z)', 'x y\n', ['markdown/link', 'markdown/link']],
  ['[x][1]\n\n[1]: https://a.example "t"', '[x](https://a.example "t")\n', []],
  ['[x][1]', '\\[x]\\[1]\n', []],
  ['a  \nb\nc', 'a\\\nb c\n', []],
  ['---\ntitle: x\n---\n# y', '# y\n', []],
  ['a <!-- b --> c', 'a  c\n', ['markdown/comment']],
  ['x[^1]\n\n[^1]: note\n\nlast', 'x[^1]\n\nlast\n\n[^1]: note\n', []],
  ['~5 minutes, foo_bar, a*b, 1. x', '\\~5 minutes, foo_bar, a\\*b, 1. x\n', []],
] as const) {
  test(`${JSON.stringify(text)} becomes ${JSON.stringify(printed)}`, () => {
    const result = parseMarkdown(text)
    assert.equal(printMarkdown(result.tree), printed)
    assert.deepEqual(
      result.problems.map((problem) => problem.code),
      problems,
    )
  })
}

test('every problem has its line and column, counted with the front matter', () => {
  const { problems } = parseMarkdown('---\na: b\n---\n\nx <b>y')
  assert.deepEqual(
    problems.map((problem) => problem.place),
    [{ line: 5, column: 3 }],
  )
})

test('a tree for the linter keeps positions, html and the text of directives', () => {
  const tree = parseWithPositions('---\na: b\n---\n<b>x</b> :person[y]{id=1} 09:02:00Z')
  assert.match(JSON.stringify(tree), /"type":"html","value":"<b>"/)
  assert.match(JSON.stringify(tree), /:person\[y\]|:person/)
  assert.equal(tree.children[0]?.position?.start.line, 4)
})

for (const [text, expected] of [
  ['plain words, 12:07:00', [{ type: 'text', value: 'plain words, 12:07:00' }]],
  ['', []],
  ['   ', []],
  ['# PWNED', [{ type: 'text', value: 'PWNED' }]],
  ['a\n\nb', [{ type: 'text', value: 'a' }, { type: 'break' }, { type: 'text', value: 'b' }]],
  ['- a\n- b', [{ type: 'text', value: '\u2022 a' }, { type: 'break' }, { type: 'text', value: '\u2022 b' }]],
  ['```\nx\n```', [{ type: 'inlineCode', value: 'x' }]],
] as const) {
  test(`inline ${JSON.stringify(text)}`, () => assert.deepEqual(parseInline(text), expected))
}

test('the fast path of inline text gives what the parser gives', () => {
  const alphabet = fc.string({
    unit: fc.constantFrom(
      'a',
      '1',
      ' ',
      '.',
      ':',
      '-',
      '#',
      '>',
      '+',
      '=',
      '|',
      'www',
      'http',
      '//',
      'é',
      '漢',
      '🙂',
      '(',
      ')',
      '!',
      '"',
      '{',
      '}',
      '[',
      ':person',
    ),
  })
  fc.assert(
    fc.property(alphabet, (text) => {
      const parsed = parseMarkdown(`x ${text}`).tree.children[0]
      const viaBlock: PhrasingContent[] = parsed?.type === 'paragraph' ? parsed.children : []
      const inline = parseInline(`x ${text}`)
      if (parsed !== undefined && parseMarkdown(`x ${text}`).tree.children.length === 1) assert.deepEqual(inline, viaBlock)
      const whole = parseMarkdown(text).tree.children
      if (whole.length === 1 && whole[0]?.type === 'paragraph') assert.deepEqual(parseInline(text), whole[0].children)
    }),
    { numRuns: 300 },
  )
})

test('many texts read together give what each gives by itself', () => {
  const bits = fc.constantFrom(
    'a',
    'Z',
    'é',
    '1. ',
    ' ',
    '.',
    ':',
    '- ',
    '# ',
    '> ',
    '|',
    '`',
    '``',
    '*',
    '**',
    '_',
    '~',
    '[',
    ']',
    '(b)',
    '[x]: /y',
    '<',
    '<b>',
    '\\',
    '&amp;',
    'www.x.example',
    ':person[',
    '\n',
    '\n\n',
    '\t',
    '~~~',
    '---',
    '===',
    '\u2028',
    '[^1]',
    '://',
  )
  fc.assert(
    fc.property(
      fc.array(
        fc.array(bits, { maxLength: 12 }).map((parts) => parts.join('')),
        { maxLength: 8 },
      ),
      (some) => {
        const texts = [...some, ...some.map((text) => `x${text}`), 'Worker `1` was *restarted*']
        assert.deepEqual(parseInlines(texts), texts.map(parseInline))
      },
    ),
    { numRuns: 400 },
  )
})

test('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(anyTree, (tree) => assert.deepEqual(normalise(normalise(tree)), normalise(tree))),
    { numRuns: 400 },
  )
})

test('a normalised tree printed and parsed is the same tree', () => {
  fc.assert(
    fc.property(anyTree, (tree) => {
      const normal = normalise(tree)
      const markdown = printMarkdown(normal)
      assert.deepEqual(parseMarkdown(markdown).tree, normal, markdown)
    }),
    { numRuns: 400 },
  )
})

test('a document holds only what is allowed, whatever Markdown it came from', () => {
  const bits = fc.constantFrom(
    '# ',
    '- ',
    '> ',
    '\n',
    '\n\n',
    '<b>',
    '<!--',
    '-->',
    '[x]',
    '(javascript:x)',
    '[1]: y',
    ':::timeline',
    ':::',
    '::x',
    ':person[',
    ']{',
    '}',
    '|',
    '| - |',
    '```',
    '*',
    '_',
    '~~',
    '\\',
    '\u0000',
    '\ud800',
    '[^1]',
    'a',
    ' ',
    '    ',
    '1. ',
    '&amp;',
    '---',
  )
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 30 }), (parts) => {
      const { tree } = parseMarkdown(parts.join(''))
      assert.deepEqual(normalise(tree), tree)
      assert.doesNotMatch(JSON.stringify(tree), /"type":"(?:html|definition|yaml|leafDirective|linkReference|imageReference)"|"position"|"url":"javascript/)
      assert.deepEqual(parseMarkdown(printMarkdown(tree)).tree, tree, printMarkdown(tree))
    }),
    { numRuns: 400 },
  )
})

test('absurd nesting is text and a problem, not a crash', () => {
  for (const text of [
    '> '.repeat(10_000),
    '- '.repeat(10_000),
    '*a '.repeat(10_000) + 'a*'.repeat(10_000),
    '!['.repeat(5000) + '](a)'.repeat(5000),
    '['.repeat(10_000),
  ]) {
    const { tree, problems } = parseMarkdown(`${text}x`)
    assert.ok(plainText(tree).includes('x'), text.slice(0, 10))
    assert.ok(problems.length > 0, text.slice(0, 10))
    assert.deepEqual(parseMarkdown(printMarkdown(tree)).tree, tree)
  }
})

test('a tree deeper than the call stack is cut, not a crash', () => {
  let node: RootContent = { type: 'paragraph', children: [{ type: 'text', value: 'deep' }] }
  for (let level = 0; level < 20_000; level++) node = { type: 'blockquote', children: [node] }
  assert.equal(plainText(normalise({ type: 'root', children: [node] })), 'deep')
})

test('code beside code that could not be written as one in a cell stays apart', () => {
  const cell = { type: 'tableCell' as const, children: ['\\', '|'].map((value) => ({ type: 'inlineCode' as const, value })) }
  const tree = normalise({ type: 'root', children: [{ type: 'table', align: [null], children: [{ type: 'tableRow', children: [cell] }] }] })
  assert.deepEqual(normalise(tree), tree)
  assert.deepEqual(parseMarkdown(printMarkdown(tree)).tree, tree)
})
