import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { goldenRequests } from './golden-requests.ts'

// Writes the requests anew after somebody changed a rendering: `node …/write-requests.ts`. Look at the difference before it is kept.

for (const { path, text } of goldenRequests()) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
