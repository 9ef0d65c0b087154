import { exportedTree, plainText } from '@blamefree/core'
import type { Document } from '@blamefree/core'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { anyText, anyTree } from '../../../../core/src/testing/any-tree.ts'
import { documentFaults, optionFaults } from '../testing/destination-faults.ts'
import { SMALL } from '../testing/contract.ts'
import { ASSETS, documentOf, everyConstruct } from '../testing/every-construct.ts'
import type { FormatReader } from '../testing/seen.ts'
import { pdf } from './index.ts'
import { missingFonts } from './testing/system-fonts.ts'

const folder = mkdtempSync(join(tmpdir(), 'blamefree-pdf-any-'))
after(() => rmSync(folder, { recursive: true }))
const skip = spawnSync('pdftotext', ['-v']).error === undefined ? false : 'pdftotext and pdfinfo (poppler-utils) are not installed'
const skipWords = skip === false ? missingFonts() : skip

/** What poppler reads out of a PDF: its tagged structure, and its text as it lies on the page (which has the footer). */
function popplerReads(bytes: Uint8Array): { readonly structure: string; readonly text: string } {
  const file = join(folder, 'document.pdf')
  writeFileSync(file, bytes)
  const run = (program: string, args: readonly string[]): string =>
    spawnSync(program, [...args, file, ...(program === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8', maxBuffer: 2 ** 27 }).stdout
  return { structure: run('pdfinfo', ['-struct-text']), text: run('pdftotext', ['-raw']) }
}

/** The quoted lines of a printed structure, one after another. */
const structureWords = (structure: string): string => [...structure.matchAll(/^ *"(.*)"$/gm)].map((match) => match[1]).join('')

const reader: FormatReader = {
  read: ({ bytes }) => {
    const { structure, text } = popplerReads(bytes)
    return { words: `${structureWords(structure)} ${text}`, constructs: {} }
  },
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u

/** Without what runs from right to left: poppler gives its words in the order in which they stand on the page, and no marks of direction. */
function withoutRightToLeft(document: Document): Document {
  const visit = (node: Nodes): void => {
    if ('children' in node) for (const child of node.children) visit(child)
    if ('value' in node) node.value = RIGHT_TO_LEFT.test(node.value) ? 'x' : node.value.replace(/[\u200e\u200f]/g, '')
  }
  const tree = structuredClone(document.tree)
  visit(tree)
  return { ...document, tree }
}

describe('any document as a PDF', () => {
  it('keeps its words, names its losses, and is the same twice', { skip: skipWords }, async () => {
    assert.deepEqual(
      await documentFaults({ destination: pdf, reader }, withoutRightToLeft(everyConstruct()), { assets: ASSETS, name: 'a-name', audience: 'company' }),
      [],
    )
    assert.deepEqual(await optionFaults({ destination: pdf, reader }, everyConstruct()), [])
  })

  it('has each construct in its structure', { skip }, async () => {
    const { structure } = popplerReads((await pdf.render(everyConstruct(), { assets: ASSETS })).bytes)
    const counts = Object.fromEntries(TAGS.map(([tag, pattern]) => [tag, [...structure.matchAll(pattern)].length]))
    assert.deepEqual(counts, {
      heading: 11,
      table: 2,
      row: 7,
      'header cell': 7,
      list: 11,
      'numbered list': 3,
      quote: 2,
      note: 2,
      link: 7,
      figure: 1,
      code: 6,
      struck: 2,
    })
    assert.match(structure, /"☑"[^]*"Cover consumers[^]*"☐"[^]*"Alert on restarts"[^]*"☐"[^]*"for every queue"/)
    assert.match(structure, /"Warning: What customers saw"|"Warning: "/)
  })

  it('holds the words of other scripts', { skip: skipWords }, async () => {
    const { text } = popplerReads((await pdf.render(everyConstruct(), { assets: ASSETS })).bytes)
    for (const word of ['العربية', 'مرحبا', '漢字と仮名', '👩‍👩‍👧', 'Śliwińska']) assert.ok(text.replace(/[\u202a-\u202e]/g, '').includes(word), word)
  })

  it('is made of next to nothing, too', { skip }, async () => {
    for (const document of SMALL) assert.deepEqual(await documentFaults({ destination: pdf, reader }, document), [], JSON.stringify(document))
  })

  it('is made of whatever a tree and a title hold', async () => {
    await fc.assert(
      fc.asyncProperty(anyTree, anyText, async (tree, title) => {
        const document = { ...documentOf(''), title, tree }
        const { bytes } = await pdf.render(document)
        assert.equal(Buffer.from(bytes.subarray(0, 5)).toString(), '%PDF-')
        assert.ok(plainText(exportedTree(tree)) === '' || bytes.length > 1000)
      }),
      { numRuns: 60 },
    )
  })
})

const TAGS: readonly (readonly [string, RegExp])[] = [
  ['heading', /^ *H[1-6]\b/gm],
  ['table', /^ *Table\b/gm],
  ['row', /^ *TR\b/gm],
  ['header cell', /^ *TH\b/gm],
  ['list', /^ *L \(/gm],
  ['numbered list', /ListNumbering \/Decimal/g],
  ['quote', /^ *BlockQuote\b/gm],
  ['note', /^ *Note\b/gm],
  ['link', /^ *Link\b/gm],
  ['figure', /^ *Figure\b/gm],
  ['code', /^ *Code\b/gm],
  ['struck', /LineThrough/g],
]
