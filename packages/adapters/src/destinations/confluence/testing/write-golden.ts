import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { goldenPage } from './golden-page.ts'

// Run by hand after a change that was looked at in Confluence: `node packages/adapters/src/destinations/confluence/testing/write-golden.ts`.
const golden = join(import.meta.dirname, '..', 'golden')
mkdirSync(golden, { recursive: true })
writeFileSync(join(golden, 'page.xml'), goldenPage())
