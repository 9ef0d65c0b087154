import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { BlamefreeError } from '@blamefree/core'
import { anyTree } from '../../../../core/src/testing/any-tree.ts'
import { ASSETS, documentOf, everyConstruct } from '../testing/every-construct.ts'
import { renderDocx } from './render.ts'
import { companyFile, type CompanyFile } from './testing/company-file.ts'

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
const merged = (file: CompanyFile, document = documentOf('## A\n\nWords[^1].\n\n- x\n\n[^1]: A note.', 'The title')): Record<string, string> =>
  partsOf(renderDocx(document, { reference: { name: 'acme.dotx', bytes: companyFile(file) }, assets: ASSETS, audience: 'company' }).bytes)

function assertWellFormed(parts: Record<string, string>): void {
  for (const [name, text] of Object.entries(parts)) {
    if (!/\.(?:xml|rels)$/.test(name)) continue
    const faults: string[] = []
    new DOMParser({ onError: (level, message) => void (level === 'warning' || faults.push(message)) }).parseFromString(text, 'text/xml')
    assert.deepEqual(faults, [], name)
  }
}

test('the content takes the place of {{body}}, also where Word split it; the cover page and page setup stay', () => {
  const xml = merged({
    body: '<w:p><w:r><w:t>Cover</w:t></w:r></w:p><w:p><w:r><w:t>{{bo</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>dy}}</w:t></w:r></w:p><w:p><w:r><w:t>Last</w:t></w:r></w:p>',
  })['word/document.xml']!
  const order = ['Cover', 'The title', '>A<', 'Words', 'Last', '<w:pgSz w:w="10000"'].map((words) => xml.indexOf(words))
  assert.deepEqual(
    order,
    order.toSorted((a, b) => a - b),
  )
  assert.ok(!order.includes(-1), String(order))
  assert.ok(!xml.includes('{{bo'))
})

test('without a placeholder what stands in the file is a sample and goes; with another one it stays', () => {
  assert.doesNotMatch(merged({ body: '<w:p><w:r><w:t>Sample</w:t></w:r></w:p>' })['word/document.xml']!, /Sample/)
  const cover = merged({ body: '<w:p><w:r><w:t>{{title}} of {{date}}, {{unknown}}</w:t></w:r></w:p>' }, everyConstruct())['word/document.xml']!
  assert.match(cover, /Poison pill: &lt;b&gt;the app&lt;\/b&gt; &amp; its queue of November 18, 2022, \{\{unknown\}\}/)
  assert.equal(cover.split('the app').length, 2, 'the title stands on the cover page only')
})

test('styles are matched by name, alias, id and outline level; only missing ones are appended', () => {
  const parts = merged({
    body: '<w:p><w:r><w:t>{{body}}</w:t></w:r></w:p>',
    styles:
      '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="X2"><w:name w:val="Kapitel"/><w:aliases w:val="heading 2,h2"/></w:style><w:style w:type="paragraph" w:styleId="Rubrik3"><w:name w:val="Rubrik drei"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>',
  })
  assert.match(parts['word/document.xml']!, /<w:pStyle w:val="Titre1"\/>/)
  const styles = parts['word/styles.xml']!
  assert.doesNotMatch(styles, /w:styleId="Heading[123]"/)
  assert.match(styles, /w:styleId="Heading4"><w:name w:val="heading 4"\/><w:basedOn w:val="Standard"\/>/)
  assert.equal(styles.split('w:default="1" w:styleId="Standard"').length, 2)
  assert.equal([...styles.matchAll(/w:type="paragraph" w:default="1"/g)].length, 1)
})

test('lists and footnotes get ids that the file has not taken', () => {
  const parts = merged({
    body: '<w:p><w:r><w:footnoteReference w:id="3"/></w:r></w:p><w:p><w:r><w:t>{{body}}</w:t></w:r></w:p>',
    numbering:
      '<w:abstractNum w:abstractNumId="4"><w:multiLevelType w:val="multilevel"/></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>',
    footnotes:
      '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p/></w:footnote><w:footnote w:id="3"><w:p/></w:footnote>',
  })
  assert.match(
    parts['word/numbering.xml']!,
    /<\/w:abstractNum><w:abstractNum w:abstractNumId="5">.*<w:num w:numId="7">.*<w:num w:numId="8"><w:abstractNumId w:val="5"/,
  )
  assert.doesNotMatch(parts['word/footnotes.xml']!, /w:id="2"/, 'a note that nothing refers to goes')
  assert.match(parts['word/footnotes.xml']!, /w:id="3"><w:p\/><\/w:footnote><w:footnote w:id="4">/)
  assert.match(parts['word/document.xml']!, /<w:footnoteReference w:id="4"\/>/)
})

test('a template becomes a document; headers are filled; the author of the file goes', () => {
  const parts = merged({ body: '<w:p><w:r><w:t>{{body}}</w:t></w:r></w:p>', header: '<w:p><w:r><w:t>{{ title }} – {{audience}}</w:t></w:r></w:p>' })
  assert.match(parts['[Content_Types].xml']!, /document\.main\+xml/)
  assert.doesNotMatch(parts['[Content_Types].xml']!, /template\.main\+xml/)
  assert.match(parts['word/header9.xml']!, /The title – For the company/)
  assert.doesNotMatch(Object.values(parts).join(''), /Somebody of Acme/)
})

test('every construct goes into a company file, and into a file of our own, as well-formed parts', () => {
  assertWellFormed(merged({ body: '<w:p><w:r><w:t>{{body}}</w:t></w:r></w:p>' }, everyConstruct()))
  const own = renderDocx(everyConstruct(), { assets: ASSETS }).bytes
  const again = partsOf(renderDocx(everyConstruct(), { assets: ASSETS, reference: { name: 'own.docx', bytes: own } }).bytes)
  assertWellFormed(again)
  const ids = [...again['word/_rels/document.xml.rels']!.matchAll(/ Id="([^"]+)"/g)].map(([, id]) => id)
  assert.equal(new Set(ids).size, ids.length)
  fc.assert(
    fc.property(anyTree, fc.string({ unit: 'binary' }), (tree, title) => {
      assertWellFormed(
        merged({ body: '<w:p><w:r><w:t>{{title}}</w:t></w:r></w:p><w:p><w:r><w:t>{{body}}</w:t></w:r></w:p>' }, { ...documentOf('x'), tree, title }),
      )
    }),
    { numRuns: 40 },
  )
})

const macro = zipSync({ ...unzipSync(companyFile({ body: '<w:p/>' })), 'word/vbaProject.bin': strToU8('x') })
const bomb = zipSync({ ...unzipSync(companyFile({ body: '<w:p/>' })), 'word/media/a.bin': new Uint8Array(20_000_000) })
for (const [what, bytes, code] of [
  ['not a zip', strToU8('hello'), 'docx/reference-not-a-zip'],
  ['an empty file', new Uint8Array(0), 'docx/reference-not-a-zip'],
  ['half a file', companyFile({ body: '<w:p/>' }).slice(0, 900), 'docx/reference-not-a-zip'],
  ['a zip of something else', zipSync({ 'a.txt': strToU8('x') }), 'docx/reference-not-word'],
  ['a file with macros', macro, 'docx/reference-macros'],
  ['a zip bomb', bomb, 'docx/reference-too-large'],
  ['a broken main document', companyFile({ body: '<w:p>' }), 'docx/reference-broken-part'],
] as const) {
  test(`${what} as the company's file is refused in a sentence with a hint`, () => {
    assert.throws(
      () => renderDocx(documentOf('x'), { reference: { name: 'acme.docx', bytes } }),
      (error: unknown) =>
        error instanceof BlamefreeError && error.code === code && /^Cannot use acme\.docx .*\.$/.test(error.message) && error.hint.endsWith('.'),
    )
  })
}
