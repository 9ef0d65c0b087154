import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { printRuns } from '../inline/print-runs.ts'
import { readRuns } from '../inline/read-runs.ts'
import { NO_MARKS } from '../inline/run.ts'
import { blockOf, type Block } from './block.ts'
import { blocksOfText } from './blocks-of-text.ts'
import { fittingBlocks } from './fitting-blocks.ts'
import { LONGEST_FORMULA, LONGEST_TEXT, MOST_CHILDREN, MOST_TEXTS } from './limits.ts'
import { portionsOf, richCode, richText, runsOfRichText } from './rich-text.ts'
import { plainText } from './text-of-blocks.ts'

/** As Notion gives back what it was given. */
const given = (items: readonly object[]): object[] =>
  items.map((item) => {
    const { text } = item as { text?: { content: string; link?: { url: string } } }
    return text === undefined ? { ...item, plain_text: 'Kim' } : { ...item, plain_text: text.content, href: text.link?.url ?? null }
  })

describe('rich text', () => {
  for (const line of [
    'plain',
    '**bold *both*** and *italic* ~~gone~~ `code *as it is*`',
    'a<br>b [a **link**](https://a.example/x%28y%29) c',
    '<span underline="true">under</span> <span color="red_bg">red</span>',
    '<mention-user url="user://u-1">Kim</mention-user> **<mention-user url="user://u-2">Kim</mention-user>**',
    'See $x^2 \\$$ and \\$5, \\*, \\[x\\](y), \\<b\\>',
    '<mention-date start="2026-03-04" end="2026-03-05" timeZone="Europe/London"/>',
  ])
    it(`says ${line}`, () => assert.equal(printRuns(runsOfRichText(given(richText(readRuns(line))))), line))

  for (const [length, parts] of [
    [LONGEST_TEXT - 1, 1],
    [LONGEST_TEXT, 1],
    [LONGEST_TEXT + 1, 2],
    [2 * LONGEST_TEXT + 1, 3],
  ] as const)
    it(`parts ${length} characters in ${parts}`, () => {
      const found = portionsOf('x'.repeat(length))
      assert.equal(found.length, parts)
      assert.equal(found.join(''), 'x'.repeat(length))
    })

  it('parts no character of two halves', () => {
    const text = `x${'😀'.repeat(LONGEST_TEXT)}`
    const found = portionsOf(text)
    assert.equal(found.join(''), text)
    for (const part of found) assert.ok(part.isWellFormed() && part.length <= LONGEST_TEXT)
  })

  it('has a formula that is too long as its words', () => {
    const formula = (length: number): object[] => richText([{ kind: 'formula', text: 'x'.repeat(length), target: '', marks: NO_MARKS }])
    assert.equal((formula(LONGEST_FORMULA)[0] as { type: string }).type, 'equation')
    assert.equal((formula(LONGEST_FORMULA + 1)[0] as { type: string }).type, 'text')
  })
})

describe('a block with more rich text than Notion takes', () => {
  const marked = (count: number): string =>
    Array.from({ length: count }, (_, index) => (index % 2 === 0 ? `**b${index}**` : ` p${index} `))
      .join('')
      .trim()
  const held = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      assert.ok((block.type === 'code' ? richCode(plainText(block.words)) : richText(block.words)).length <= MOST_TEXTS)
      held(block.children)
    }
  }
  for (const [count, blocks] of [
    [MOST_TEXTS - 1, 1],
    [MOST_TEXTS, 1],
    [MOST_TEXTS + 1, 2],
    [3 * MOST_TEXTS, 3],
  ] as const)
    it(`is ${blocks} where it has ${count} pieces`, () => {
      const found = fittingBlocks(blocksOfText(marked(count)))
      assert.equal(found.length, blocks)
      held(found)
      assert.ok(found.map(({ words }) => plainText(words)).join('') === plainText(readRuns(marked(count))))
    })

  it('goes on inside of it where it is an item, and in more code where it is code', () => {
    const [list, code] = [fittingBlocks(blocksOfText(`- ${marked(250)}`)), fittingBlocks(blocksOfText(`\`\`\`js\n${'😀'.repeat(150_000)}\nend\n\`\`\``))]
    assert.deepEqual([list.length, list[0]?.children.length], [1, 2])
    assert.equal(code.length, 2)
    held([...list, ...code])
    assert.match(code.map(({ words }) => plainText(words)).join(''), /^(?:😀){150000}\n?end$/u)
  })

  it('is refused in a sentence where it cannot go on', () => {
    const cell = blockOf('table', { children: [blockOf('table_row', { cells: [readRuns(marked(MOST_TEXTS + 1))] })] })
    const row = (cells: number): Block => blockOf('table', { children: [blockOf('table_row', { cells: Array.from({ length: cells }, () => readRuns('x')) })] })
    fittingBlocks([row(MOST_CHILDREN)])
    for (const block of [cell, row(MOST_CHILDREN + 1), ...blocksOfText(`# ${marked(MOST_TEXTS + 1)}`)])
      assert.throws(() => fittingBlocks([block]), { code: 'notion/too-large' })
    fittingBlocks(blocksOfText(`# ${marked(MOST_TEXTS)}`))
  })
})
