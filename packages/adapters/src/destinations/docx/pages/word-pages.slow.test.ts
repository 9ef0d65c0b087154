import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { ASSETS, everyConstruct } from '../../testing/every-construct.ts'
import { wordPages } from './word-pages.ts'

const missing = spawnSync('soffice', ['--version']).error === undefined ? false : 'soffice is not installed'

test('a file that LibreOffice opened and saved again reads as no change, piece by piece', { skip: missing }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'blamefree-word-'))
  try {
    const body = wordPages.render(everyConstruct(), { assets: ASSETS, footer: null, evidence: true })
    writeFileSync(join(folder, 'ours.docx'), wordPages.write(body, 'blamefree:7', null))
    const out = join(folder, 'saved')
    spawnSync(
      'soffice',
      [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', out, join(folder, 'ours.docx')],
      { timeout: 120_000 },
    )
    const page = wordPages.read(readFileSync(join(out, 'ours.docx')))
    const pieces = (text: string): string[] => wordPages.split(text).map((block) => wordPages.canonical(block.text))
    assert.deepEqual(pieces(page.text), pieces(body.text))
    assert.equal(page.title, body.title)
    assert.equal(page.marker, 'blamefree:7')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
