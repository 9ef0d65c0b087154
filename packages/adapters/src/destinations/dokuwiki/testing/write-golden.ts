import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { goldenPage } from './golden-page.ts'

// Run by hand after a change that was looked at in a wiki: `node packages/adapters/src/destinations/dokuwiki/testing/write-golden.ts`.
const golden = join(import.meta.dirname, '..', 'golden')
mkdirSync(golden, { recursive: true })
writeFileSync(join(golden, 'page.txt'), goldenPage())
