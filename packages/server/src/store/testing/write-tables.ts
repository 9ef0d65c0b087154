// `npm run tables`: writes `tables.ts` from what the migrations make.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../database.ts'
import { tablesOf } from './tables-of.ts'

const folder = mkdtempSync(join(tmpdir(), 'blamefree-tables-'))
const database = await openDatabase({ url: null, dataDir: folder })
writeFileSync(join(import.meta.dirname, '..', 'tables.ts'), await tablesOf(database.pool))
await database.close()
rmSync(folder, { recursive: true, force: true })
