import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import type { Document, RenderOptions } from '@blamefree/core'
import { missingTestData, testData } from '../../../../../tools/test-data.ts'
import { anyTree } from '../../../../core/src/testing/any-tree.ts'
import { ASSETS, documentOf, everyConstruct, longTimeline } from '../testing/every-construct.ts'
import { renderDocx } from './render.ts'
import { companyFile } from './testing/company-file.ts'

const schema = testData('specs/_drivers/wml-driver.xsd')
const missing = (program: string): string | false => (spawnSync(program, ['--version']).error === undefined ? false : `${program} is not installed`)
const noSchema = missing('xmllint') || missingTestData('specs/_drivers/wml-driver.xsd')

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'blamefree-docx-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the schema says against the parts of these files; Word 2010's additions are ignorable, and so are not looked at. */
function faultsOf(files: readonly Uint8Array[]): string {
  return inFolder((folder) => {
    const names: string[] = []
    files.forEach((bytes, index) => {
      for (const [part, content] of Object.entries(unzipSync(bytes))) {
        if (!/^word\/[a-z0-9]+\.xml$/.test(part)) continue
        const text = strFromU8(content)
          .replace(/<w14:checkbox>.*?<\/w14:checkbox>/gs, '')
          .replace(/ mc:Ignorable="[^"]*"/, '')
        const name = join(folder, `${index}-${part.replace('/', '-')}`)
        writeFileSync(name, text)
        names.push(name)
      }
    })
    assert.ok(names.length > 0)
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', schema ?? '', ...names], { encoding: 'utf8', maxBuffer: 1e8 })
    return status === 0
      ? ''
      : stderr
          .split('\n')
          .filter((line) => !line.endsWith(' validates'))
          .slice(0, 6)
          .join('\n')
  })
}

const bytesOf = (document: Document, options: RenderOptions = {}): Uint8Array =>
  renderDocx(document, { assets: ASSETS, audience: 'customer', ...options }).bytes

test('every part is valid against ECMA-376: every construct, with guidance, in a company file, in a file of our own', { skip: noSchema }, () => {
  const own = bytesOf(everyConstruct())
  const company = companyFile({ body: '<w:p><w:r><w:t>{{title}}</w:t></w:r></w:p><w:p><w:r><w:t>{{body}}</w:t></w:r></w:p>' })
  assert.equal(
    faultsOf([
      own,
      bytesOf(everyConstruct(), { guidance: true }),
      bytesOf({ ...everyConstruct(), language: 'ar' }),
      bytesOf(everyConstruct(), { reference: { name: 'acme.dotx', bytes: company } }),
      bytesOf(everyConstruct(), { reference: { name: 'own.docx', bytes: own } }),
    ]),
    '',
  )
})

test('a sample of random documents is valid against ECMA-376', { skip: noSchema }, () => {
  assert.equal(faultsOf(fc.sample(anyTree, { numRuns: 80, seed: 20_221_118 }).map((tree) => bytesOf({ ...documentOf('x'), tree }, { guidance: true }))), '')
})

test('LibreOffice opens a long timeline and repeats its header on every page', { skip: missing('soffice') || missing('pdftotext') }, () => {
  inFolder((folder) => {
    writeFileSync(join(folder, 'long.docx'), bytesOf(longTimeline(300)))
    spawnSync(
      'soffice',
      [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'long.docx')],
      { timeout: 120_000 },
    )
    const text = spawnSync('pdftotext', ['-layout', join(folder, 'long.pdf'), '-'], { encoding: 'utf8' }).stdout
    const pages = text.split('\f').filter((page) => page.trim() !== '')
    assert.ok(pages.length > 4 && pages.length < 20, `${pages.length} pages`)
    for (const page of pages) assert.match(page, /Timestamp\s+Event/)
  })
})

test('the schema check sees a fault', { skip: noSchema }, () => {
  const broken = companyFile({ body: '<w:p><w:nonsense/></w:p>' })
  assert.notEqual(faultsOf([broken]), '')
})
