// `npm run web`: makes the pages in `packages/web/dist` when what they are made of has changed. `npm start` and the tests call it.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { madeOf } from '../packages/cli/src/made-of.ts'

const home = resolve(import.meta.dirname, '..')
const dist = join(home, 'packages', 'web', 'dist')
const stamp = join(dist, '.made-of')

/** What the pages are made of. */
const PARTS = [
  ...['index.html', 'vite.config.ts', 'preload.ts', 'package.json', 'src', 'public'].map((name) => `packages/web/${name}`),
  'packages/core/src',
  'packages/editor/src',
  'package-lock.json',
]

/** Makes the pages unless they are there already, and says so. Throws with what the build said. */
export function makePages(say: (line: string) => void): void {
  const wanted = madeOf(home, PARTS)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const began = Date.now()
  say('Making the pages (once; again only when they change) …')
  // Beside, and put in its place when it is whole: several may make them at the same time, and a server may be reading the old ones.
  const making = `${dist}-${process.pid}`
  const vite = join(home, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', 'packages/web', '--outDir', making, '--emptyOutDir', '--logLevel', 'warn']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: home, encoding: 'utf8' })
  if (status !== 0) {
    rmSync(making, { recursive: true, force: true })
    throw new Error(`Cannot make the pages: the build said\n${`${stdout}${stderr}`.trim()}`)
  }
  for (const file of globSync('**/*.{js,css,html,svg}', { cwd: making })) squeeze(join(making, file))
  writeFileSync(join(making, '.made-of'), wanted)
  rmSync(dist, { recursive: true, force: true })
  renameSync(making, dist)
  say(`Made the pages in ${((Date.now() - began) / 1000).toFixed(1)} s.`)
}

/** Beside a file, its compressed forms: made once here instead of at every request. */
function squeeze(file: string): void {
  const bytes = readFileSync(file)
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
}

if (import.meta.main) makePages((line) => console.error(line))
