import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exportedTree, plainText, printMarkdown, type Document, type Instant, type PageBody } from '@blamefree/core'
import fc from 'fast-check'
import { zipSync, strToU8 } from 'fflate'
import { anyTree } from '../../../../../core/src/testing/any-tree.ts'
import { ASSETS, documentOf, everyConstruct } from '../../testing/every-construct.ts'
import { wordPages } from './word-pages.ts'

const FOOTER = { url: 'https://pm.example.com/7', at: '2026-03-04T09:00:00.000Z' as Instant, shownAt: 'March 4, 2026', by: 'Noor', version: '3' }
const rendered = (document: Document): PageBody => wordPages.render(document, { assets: ASSETS, footer: FOOTER, evidence: true })

test('our own file of every construct reads as the text that it was made of, with its title and marker', () => {
  const body = rendered(everyConstruct())
  const page = wordPages.read(wordPages.write(body, 'blamefree:7', null))
  assert.equal(page.text, body.text)
  assert.equal(page.title, body.title)
  assert.equal(page.marker, 'blamefree:7')
})

test('no word of any document is lost on the way into a file and back, and pieces joined again say the same', () => {
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')
  fc.assert(
    fc.property(anyTree, (tree) => {
      const body = rendered({ ...documentOf('x'), tree })
      const page = wordPages.read(wordPages.write(body, 'm', null))
      // An image without its file is `[Image: …]`.
      const back = letters(plainText(wordPages.readBack(page.text).tree)).replaceAll('Image', '')
      for (const word of new Set(plainText(exportedTree(tree, { evidence: true })).split(/[^\p{L}\p{N}]+/gu)))
        assert.ok(back.includes(word), `${word} in ${page.text}`)
      assert.equal(printMarkdown(wordPages.readBack(wordPages.join(wordPages.split(body.text))).tree), printMarkdown(wordPages.readBack(body.text).tree))
    }),
    { numRuns: 200 },
  )
})

test('a text is rows, items and paragraphs, each under its heading, and the footer is ours', () => {
  const body = rendered(
    documentOf(
      ':::key-information\n- A: 1\n- B: 2\n:::\n\n## T\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n1. one\n\n   more\n2. two\n\n:::callout\nx\n\ny\n:::\n',
    ),
  )
  assert.deepEqual(
    wordPages.split(body.text).map(({ text, section, kind }) => [kind ?? text, section]),
    [
      ['* A: 1', ''],
      ['* B: 2', ''],
      ['## T', 'T'],
      ['| a | b |\n| --- | --- |', 'T'],
      ['| 1 | 2 |', 'T'],
      ['1. one\n\n   more', 'T'],
      ['2. two', 'T'],
      [':::callout\nx\n\ny\n:::', 'T'],
      ['footer', 'T'],
    ],
  )
})

test('what programs change by themselves is no difference, and what people change is', () => {
  for (const [one, other] of [
    ['* a', '- a'],
    ['2. a', '7. a'],
    ['| a   | b |', '| a | b |'],
    ['[x](https://a.example "t")', '[x](https://a.example)'],
  ] as const)
    assert.equal(wordPages.canonical(one), wordPages.canonical(other))
  for (const [one, other] of [
    ['- a', '1. a'],
    ['**a**', 'a'],
    ['- [x] a', '- [ ] a'],
  ] as const)
    assert.notEqual(wordPages.canonical(one), wordPages.canonical(other))
})

test('images that only the file has are kept, and a drawing that nothing of ours can hold stops the writing', () => {
  const theirs = wordPages.write(rendered(documentOf('![Graph](graph.png)')), 'm', null)
  const { text } = wordPages.read(theirs)
  const body = { ...rendered(documentOf('x')), text }
  assert.equal(wordPages.needsBefore(body), true)
  assert.equal(wordPages.read(wordPages.write(body, 'm', theirs)).text, text)
  assert.throws(() => wordPages.write({ ...body, text: `${text}\n\\[Drawing or object that only Word can show]\n` }, 'm', null), { code: 'docx/not-ours' })
})

test('a file without styles, as another program writes it, is read by what it looks like', () => {
  const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
  const body = `<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>${run('Head', '<w:b/>')}</w:p>
    <w:p>${run('a ')}${run('bold', '<w:b w:val="1"/>')}${run(' not', '<w:b w:val="0"/>')}<w:ins>${run(' new')}</w:ins><w:del>${run('old')}</w:del></w:p>
    <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://a.example/" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('link')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
    <w:tbl><w:tr><w:tc><w:p>${run('Tip', '<w:b/>')}</w:p><w:p>${run('Do it')}</w:p></w:tc></w:tr></w:tbl>
    <w:p>${run('\u2610 task')}</w:p><w:p>${run('if &lt;', '<w:rFonts w:ascii="Roboto Mono"/>')}</w:p>`
  const bytes = zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`) })
  assert.equal(
    wordPages.read(bytes).text,
    '## Head\n\na **bold** not new\n\n[link](https://a.example/)\n\n:::callout{kind=tip}\nDo it\n:::\n\ntask\n\n`if <`\n',
  )
})

test('what is no Word file is refused in a sentence', () => {
  for (const bytes of [new Uint8Array([1, 2, 3]), zipSync({ 'a.txt': strToU8('x') })]) assert.throws(() => wordPages.read(bytes), { code: 'docx/unreadable' })
})
