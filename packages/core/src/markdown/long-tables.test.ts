import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { parseMarkdown, parseWithPositions } from '../markdown.ts'
import { shortenedTables, shortenTables } from './long-tables.ts'

const EMPTY = /^[ \t]*$/
const rows = (count: number, cell = 'b'): string => Array.from({ length: count }, (_, index) => `| ${index} | ${cell} |`).join('\n')
const table = (count: number, cell?: string): string => `| a | b |\n| --- | :-: |\n${rows(count, cell)}`

/** What stands at each line of a text: the blocks at its top, with the lines that they begin and end in. */
const blocksOf = (children: readonly Nodes[], line: (number: number) => number): unknown[] =>
  children.map(({ type, position }) => [type, line(position?.start.line ?? 0), type === 'table' ? null : line(position?.end.line ?? 0)])

const LINES = [
  '| a | b |',
  '| a |',
  '| --- | --- |',
  '|---|:-:|',
  '| - |',
  '| x | *y* |',
  '| a \\| b |',
  '|',
  '| x',
  'x | y',
  '',
  '',
  '  ',
  'words',
  '# Head',
  '- item',
  '  more',
  '    deep',
  '1. one',
  '> quote',
  '> | a | b |',
  '```',
  '~~~~',
  '  ```',
  '<div>',
  '<!--',
  '-->',
  '<script>',
  '[a]: https://a.example',
  '[^1]: note',
  ':::timeline',
  ':::',
  '===',
  '---',
  '\t| x |',
  ' | x |',
]
const TABLES = [table(4), table(7, 'words [a] and [^1]'), `| a |\n| - |\n${'| x |\n'.repeat(6)}| y |`]

test('Whatever stands around long tables, the lines that the parser is spared are the rows that it would see', () => {
  let shortened = 0
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...LINES, ...TABLES, ...TABLES.map((one) => `\n${one}\n`)), { minLength: 1, maxLength: 14 }), (parts) => {
      const text = parts.join('\n')
      const short = shortenTables(text, (line) => line, EMPTY)
      const tree = parseWithPositions(short.text)
      const found = shortenedTables(tree, short)
      if (found === null || short.tables.length === 0) return
      shortened++
      const whole = parseWithPositions(text)
      assert.deepEqual(
        blocksOf(tree.children, (line) => short.lines[line - 1] ?? 0),
        blocksOf(whole.children, (line) => line),
        JSON.stringify(text),
      )
      for (const [index, node] of tree.children.entries()) {
        const [shorter, longer] = [node, whole.children[index]]
        if (shorter.type !== 'table' || longer?.type !== 'table') continue
        assert.equal(shorter.children.length + (found.get(shorter)?.rows.length ?? 0), longer.children.length, JSON.stringify(text))
      }
    }),
    { numRuns: 1500 },
  )
  assert.ok(shortened > 200, `only ${shortened} texts had tables that gave rows`)
})

for (const [what, text] of Object.entries({
  'code between fences': `\`\`\`\n\n${table(6)}\n\n\`\`\`\n`,
  'a comment': `<!--\n\n${table(6)}\n\n-->\n`,
  'a paragraph before it': `words\n${table(6)}\n`,
  'a line after it that is a row too': `${table(6)}\nwords\n`,
}))
  test(`What only looks like a long table, or does not end where it seems to, is the parser's: ${what}`, () => {
    const short = shortenTables(text, (line) => line, EMPTY)
    assert.ok(short.tables.length === 0 || shortenedTables(parseWithPositions(short.text), short) === null)
  })

/** A document around rows, so many that most of them are not given to the parser, or so few that all of them are. */
const around = (lines: readonly string[]): string => `:::timeline\n| Time | Event |\n| :-- | --- |\n${lines.join('\n')}\n:::\n\nWords.[^1]\n\n[^1]: A note.\n`
const CELLS = [
  ':time[09:02:00 (+3mins)]{at=2026-03-04T09:02:00.000Z} | :event[:]{id="slack:C1:1"} :person[Ana B]{id="slack:U1"} restarted `worker-1`',
  '**9 jobs** came back | see [the graph](https://graphs.example/9), a \\| b',
  ' | ',
  'a | b | c',
  'a[^1] | <script>',
  '`a \\| b` | _x_',
  'https://a.example | [x]: y',
  'only one',
]

test('The rows of a long table are read as they are one by one, whoever reads them, and so are the words around it', () => {
  const one = (lines: readonly string[]): unknown[] =>
    parseMarkdown(around(lines)).tree.children.map((node) => (node.type === 'containerDirective' ? node.children : node))
  const many = CELLS.flatMap((cell) => [`| ${cell} |`, `| ${cell} |`])
  const [[longTable], ...rest] = one(many) as [[{ children: unknown[]; align: unknown[] }], ...unknown[]]
  assert.deepEqual(rest, one(['| x | y |']).slice(1))
  for (const [index, line] of many.entries()) {
    // A row beside one that is three cells wide, as in the long table.
    const [[short]] = one([line, '| a | b | c |']) as [[{ children: unknown[] }]]
    assert.deepEqual(longTable.children[index + 1], short.children[1], line)
  }
})

test('A problem in a long table has the line and column that it has in the text', () => {
  const lines = Array.from({ length: 9 }, (_, index) => (index === 6 ? '| a | <blink> |' : '| a | b |'))
  assert.deepEqual(
    parseMarkdown(`${around(lines)}\n\n<div>\n`).problems.map(({ place }) => place),
    [
      { line: 10, column: 7 },
      { line: 20, column: 1 },
    ],
  )
})
