import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { ASSETS, everyConstruct } from '../../testing/every-construct.ts'
import { renderDocx } from '../render.ts'
import { indentedXml } from './indented-xml.ts'

// Run by hand after a change that was looked at in a real program: `node packages/adapters/src/destinations/docx/testing/write-golden.ts`.
const golden = join(import.meta.dirname, '..', 'golden')
rmSync(golden, { recursive: true, force: true })
for (const [name, bytes] of Object.entries(unzipSync(renderDocx(everyConstruct(), { assets: ASSETS, audience: 'company' }).bytes))) {
  if (name.includes('media/')) continue
  mkdirSync(dirname(join(golden, name)), { recursive: true })
  writeFileSync(join(golden, name), indentedXml(strFromU8(bytes)))
}
