import { parseMarkdown } from '@blamefree/core'
import type { Document, RenderOptions } from '@blamefree/core'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { pageOf } from './page-of.ts'
import type { PageBlock } from './page.ts'

const documentOf = (markdown: string): Document => ({
  schemaVersion: 1,
  title: 'Poison pill',
  template: null,
  zone: 'UTC',
  language: 'en-GB',
  tree: parseMarkdown(markdown).tree,
})
const blocksOf = (markdown: string, options?: RenderOptions): readonly PageBlock[] => pageOf(documentOf(markdown), options).page.blocks

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

describe('a page', () => {
  it('knows its language and region', () => {
    const { language, region, rtl } = pageOf(documentOf('')).page
    assert.deepEqual({ language, region, rtl }, { language: 'en', region: 'GB', rtl: false })
    assert.equal(pageOf({ ...documentOf(''), language: 'ar' }).page.rtl, true)
    assert.equal(pageOf({ ...documentOf(''), language: '#evil' }).page.language, 'en')
    assert.equal(pageOf({ ...documentOf(''), language: 'zh-Hant-TW' }).page.region, 'TW')
  })

  it('does not say the title twice', () => {
    assert.deepEqual(blocksOf('# Poison pill\n\nText'), [{ type: 'paragraph', children: ['Text'] }])
    assert.equal(blocksOf('# Another\n\nText').length, 2)
  })

  it('has heading levels from 1 without gaps, whatever the depths', () => {
    const levels = blocksOf('## A\n\n##### B\n\n#### C\n\n## D\n\n# E\n\n### F').map((block) => (block.type === 'heading' ? block.level : 0))
    assert.deepEqual(levels, [1, 2, 2, 1, 1, 2])
  })

  it('keeps hostile text as words', () => {
    const text = '#panic() $x$ @label <label> // c'
    assert.deepEqual(blocksOf(text.replaceAll('<', '\\<')), [{ type: 'paragraph', children: [text] }])
  })

  it('cuts tokens that are too long for a line, and loses none of their characters', () => {
    const token = '0123456789abcdef'.repeat(8)
    const [block] = blocksOf(`See ${token}.`)
    assert.ok(block?.type === 'paragraph')
    const [before, long] = block.children
    assert.equal(before, 'See ')
    assert.ok(typeof long === 'object' && long.type === 'long')
    assert.equal(long.parts.join(''), `${token}.`)
    assert.ok(long.parts.every((part) => part.length <= 6))
  })

  it('does not cut Chinese, which may break anywhere, nor emoji in the middle', () => {
    assert.deepEqual(blocksOf('漢'.repeat(60)), [{ type: 'paragraph', children: ['漢'.repeat(60)] }])
    const [block] = blocksOf('👩‍💻'.repeat(12))
    assert.ok(block?.type === 'paragraph' && typeof block.children[0] === 'object' && block.children[0].type === 'long')
    assert.ok(block.children[0].parts.every((part) => part.startsWith('👩') && part.endsWith('💻')))
  })

  it('marks what runs from right to left, block by block and cell by cell', () => {
    const [arabic, english, table] = blocksOf('مرحبا nil\n\nnil مرحبا\n\n| a | b |\n|---|---|\n| שלום | x |')
    assert.equal(arabic?.type === 'paragraph' && arabic.rtl, true)
    assert.equal(english?.type === 'paragraph' && english.rtl, undefined)
    assert.ok(table?.type === 'table')
    assert.deepEqual(
      table.rows[0]?.map(({ rtl }) => rtl),
      [true, undefined],
    )
  })

  it('gives a task list its boxes, and plain items among them their bullet', () => {
    const [list] = blocksOf('- [x] done\n- [ ] open\n- plain')
    assert.deepEqual(list?.type === 'list' && list.checked, [1, 0, 2])
    const [plain] = blocksOf('3. c\n4. d')
    assert.ok(plain?.type === 'list')
    assert.deepEqual([plain.checked, plain.ordered, plain.start], [null, true, 3])
  })

  it('places a footnote once, and forgets references to none', () => {
    const { page } = pageOf(documentOf('A[^a] b[^a] c[^none]\n\n[^a]: Note'))
    const [block] = page.blocks
    assert.deepEqual(block?.type === 'paragraph' && block.children.filter((child) => typeof child === 'object'), [
      { type: 'note', id: 'a', first: true },
      { type: 'note', id: 'a', first: false },
    ])
    assert.deepEqual(page.notes, { a: [{ type: 'paragraph', children: ['Note'] }] })
  })

  it('leaves guidance out unless asked, and evidence in unless asked', () => {
    const text = ':::guidance\nHow\n:::\n\n:::evidence\nWhat\n:::'
    const typesOf = (options?: RenderOptions): string[] => blocksOf(text, options).map(({ type }) => type)
    assert.deepEqual(typesOf(), ['evidence'])
    assert.deepEqual(typesOf({ guidance: true }), ['guidance', 'evidence'])
    assert.deepEqual(typesOf({ evidence: false }), [])
  })

  it('groups key information by its headings', () => {
    const [block] = blocksOf(':::key-information\n### A\n\n- **x:** 1\n\n### B\n\n- **y:** 2\n:::')
    assert.ok(block?.type === 'groups')
    assert.deepEqual(
      block.groups.map((group) => group.map(({ type }) => type)),
      [
        ['heading', 'list'],
        ['heading', 'list'],
      ],
    )
  })

  it('makes the labels of key information strong, and nothing else', () => {
    const [block] = blocksOf(':::key-information\n- Severity: Major\n- 12:00:00 start\n- [Slack](https://a.example)\n:::')
    const [list] = block?.type === 'groups' ? (block.groups[0] ?? []) : []
    const items = list?.type === 'list' ? list.items.map(([part]) => (part?.type === 'paragraph' ? part.children : [])) : []
    assert.deepEqual(items.slice(0, 2), [[{ type: 'strong', children: ['Severity:'] }, ' Major'], ['12:00:00 start']])
  })

  it('takes the images that came with it, each once, and says which are shown as words', () => {
    const { page, images, losses } = pageOf(documentOf('![a](a.png)\n\n![again](a.png)\n\n![gone](b.png)\n\n![junk](c.png) x'), {
      assets: { 'a.png': { mediaType: 'image/png', bytes: PNG }, 'c.png': { mediaType: 'image/png', bytes: new Uint8Array([1, 2, 3]) } },
    })
    assert.equal(images.length, 1)
    assert.deepEqual(
      page.blocks.map(({ type }) => type),
      ['figure', 'figure', 'paragraph', 'paragraph'],
    )
    assert.deepEqual(
      losses.map(({ construct, what, count }) => ({ construct, what, count })),
      [{ construct: 'image', what: 'simplified', count: 2 }],
    )
  })
})
