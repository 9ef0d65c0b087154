import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'

/** Gives a file of tests, and all that it starts, a temporary folder of its own: others publish to Git in the same moment, and what they leave for a while is not ours to count. */
export function inOwnTemporaryFolder(): void {
  const outer = process.env['TMPDIR']
  let folder = ''
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'git-tests-'))
    process.env['TMPDIR'] = folder
  })
  after(() => {
    if (outer === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = outer
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
}
