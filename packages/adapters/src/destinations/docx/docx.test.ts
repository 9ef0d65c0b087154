import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import type { Document } from '@blamefree/core'
import { anyTree } from '../../../../core/src/testing/any-tree.ts'
import { ASSETS, documentOf, EVIDENCE_WORDS, everyConstruct, GUIDANCE_WORDS, longTimeline } from '../testing/every-construct.ts'
import { renderDocx } from './render.ts'
import { indentedXml } from './testing/indented-xml.ts'

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
const bodyOf = (markdown: string): string => partsOf(renderDocx(documentOf(markdown)).bytes)['word/document.xml'] ?? ''
const readBack = async (document: Document): Promise<string> =>
  (await mammoth.convertToHtml({ buffer: Buffer.from(renderDocx(document, { assets: ASSETS }).bytes) })).value

function assertWellFormed(parts: Record<string, string>): void {
  for (const [name, text] of Object.entries(parts)) {
    if (!/\.(?:xml|rels)$/.test(name)) continue
    const faults: string[] = []
    new DOMParser({ onError: (level, message) => void (level === 'warning' || faults.push(message)) }).parseFromString(text, 'text/xml')
    assert.deepEqual(faults, [], name)
  }
}

test('the document of every construct is, part by part, what lies in golden/', () => {
  const parts = partsOf(renderDocx(everyConstruct(), { assets: ASSETS, audience: 'company' }).bytes)
  const golden = join(import.meta.dirname, 'golden')
  const names = readdirSync(golden, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const kept = names.map((entry) => join(entry.parentPath, entry.name).slice(golden.length + 1))
  assert.deepEqual(
    kept.toSorted(),
    Object.keys(parts)
      .filter((name) => !name.includes('media/'))
      .toSorted(),
  )
  for (const name of kept) assert.equal(indentedXml(parts[name] ?? ''), readFileSync(join(golden, name), 'utf8'), name)
})

test('the same document gives the same bytes, and nothing is lost', () => {
  const first = renderDocx(everyConstruct(), { assets: ASSETS })
  assert.deepEqual(renderDocx(everyConstruct(), { assets: ASSETS }).bytes, first.bytes)
  assert.deepEqual(first.losses, [])
  // The zip's own time, at offset 10: noon of the first day of 2000, wherever this runs.
  assert.deepEqual(Array.from(first.bytes.subarray(10, 14)), [0x00, 0x60, 0x21, 0x28])
})

test('mammoth reads back headings, lists, tasks, tables, links, images and footnotes', async () => {
  const html = await readBack(everyConstruct())
  const count = (pattern: RegExp): number => (html.match(pattern) ?? []).length
  assert.equal(count(/<h1>/g), 8 + 1 - 1)
  assert.match(html, /<h2>Team<\/h2>/)
  assert.match(html, /<li>Incident Lead:\s+Chris Evans<\/li>/)
  assert.equal(count(/<input type="checkbox"/g), 3)
  assert.equal(count(/<input type="checkbox" checked="checked"/g), 1)
  assert.match(html, /15:46:00 \(\+7mins\)/)
  assert.match(html, /<a href="https:\/\/tickets\.example\.com\/OPS-7"[^>]*>the ticket<\/a>/)
  assert.match(html, /<img alt="Graph of requests in a minute"/)
  assert.match(html, /<ol><li>Technical<ul><li>Disk filled up/)
  assert.match(html, /<strong>one server<\/strong>/)
  assert.match(html, /<s>slowly<\/s>/)
  assert.match(html, /A nil error that was wrapped\./)
  assert.match(html, /Its second paragraph\./)
  assert.match(html, /&lt;script&gt;alert\(2\)/)
})

test('guidance is shown only when it is asked for, evidence unless it is not wanted', () => {
  const text = (options: Parameters<typeof renderDocx>[1]): string => Object.values(partsOf(renderDocx(everyConstruct(), options).bytes)).join('')
  assert.ok(!text({}).includes(GUIDANCE_WORDS))
  assert.ok(text({ guidance: true }).includes(GUIDANCE_WORDS))
  assert.ok(text({}).includes(EVIDENCE_WORDS))
  assert.ok(!text({ evidence: false }).includes(EVIDENCE_WORDS))
})

test('a table repeats its header row, splits no row, and gives a time the width it needs on one line', () => {
  const xml = partsOf(renderDocx(longTimeline(3)).bytes)['word/document.xml'] ?? ''
  assert.equal(xml.split('<w:tblHeader/>').length, 2)
  assert.equal(xml.split('<w:cantSplit/>').length, 5)
  const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
  assert.equal(widths[0]! + widths[1]!, 11_906 - 2 * 1304)
  assert.ok(widths[0]! > 1300 && widths[0]! < 2400, String(widths[0]))
})

test('an ordered list keeps its first number and counts for itself', () => {
  const parts = partsOf(renderDocx(documentOf('7. seven\n8. eight\n\nBetween.\n\n1. one\n')).bytes)
  const starts = [...(parts['word/numbering.xml'] ?? '').matchAll(/startOverride w:val="(\d+)"/g)].map(([, start]) => start)
  assert.deepEqual(starts, ['7', '1'])
})

test('right-to-left paragraphs and runs say so; other scripts name their fonts and languages', () => {
  assert.match(bodyOf('مرحبا بالعالم'), /<w:bidi\/>.*<w:rtl\/><w:lang w:bidi="ar-SA"\/>/)
  assert.match(bodyOf('שלום'), /<w:bidi\/>.*<w:rtl\/><w:lang w:bidi="he-IL"\/>/)
  assert.match(bodyOf('漢字と仮名'), /w:hint="eastAsia"\/><w:lang w:eastAsia="ja-JP"/)
  assert.match(bodyOf('한국어'), /w:eastAsia="ko-KR"/)
  assert.match(bodyOf('a 👩‍👩‍👧 b'), /Segoe UI Emoji[^>]*><\/w:rPr><w:t>👩‍👩‍👧<\/w:t>/)
  assert.doesNotMatch(bodyOf('Plain English, €5 – “quoted”…'), /<w:rPr>/)
})

test('an image without bytes that Word can show becomes its description, and that is said', () => {
  const svg = { mediaType: 'image/svg+xml', bytes: new TextEncoder().encode('<svg/>') }
  const artifact = renderDocx(documentOf('![A graph](graph.svg)\n\n![Else](https://a.example/x.png)'), { assets: { 'graph.svg': svg } })
  assert.deepEqual(
    artifact.losses.map(({ construct, what, count }) => [construct, what, count]),
    [['image', 'simplified', 2]],
  )
  assert.match(partsOf(artifact.bytes)['word/document.xml'] ?? '', /\[Image: A graph\].*<w:hyperlink .*\[Image: Else\]/)
})

test('a list that starts past what Word counts to is said, and is no loss', () => {
  const { losses, problems } = renderDocx(documentOf('99999. far\n'))
  assert.deepEqual(losses, [])
  assert.deepEqual(
    problems.map(({ code, message }) => [code, message]),
    [['docx/ordered-list', 'A list starts with a number past 32767; Word cannot.']],
  )
})

test('a second reference to a footnote points at the first', () => {
  const xml = bodyOf('One[^a] and two[^a].\n\n[^a]: The note.')
  assert.equal(xml.split('<w:footnoteReference ').length, 2)
  assert.match(xml, /NOTEREF _RefPm1 /)
})

test('American documents are on Letter, others on A4', () => {
  const size = (language: string): string | undefined =>
    /<w:pgSz [^>]*>/.exec(partsOf(renderDocx({ ...documentOf('x'), language }).bytes)['word/document.xml'] ?? '')?.[0]
  assert.equal(size('en-US'), '<w:pgSz w:w="12240" w:h="15840"/>')
  assert.equal(size('en'), '<w:pgSz w:w="11906" w:h="16838"/>')
})

test('any tree gives well-formed parts', () => {
  fc.assert(
    fc.property(anyTree, fc.boolean(), fc.string({ unit: 'binary' }), (tree, guidance, title) => {
      assertWellFormed(partsOf(renderDocx({ ...documentOf('x'), tree, title }, { guidance, audience: title }).bytes))
    }),
    { numRuns: 120 },
  )
})

test('the well-formedness check sees a fault', () => {
  assert.throws(() => assertWellFormed({ 'a.xml': '<a><b></a>' }))
})
