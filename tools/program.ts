// `npm run program`: makes the program in `packages/cli/dist` of the sources and of what they use, when they have changed. `npm start` and the tests call it. Everything runs without it, too.
import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import type { Plugin } from 'rolldown'
import { MADE, madeFolder } from '../packages/cli/src/made-program.ts'
import { makeSnapshots } from './snapshot.ts'

const home = resolve(import.meta.dirname, '..')

/** What stays where npm has put it: programs of the machine in a JavaScript coat, which find their other half beside them. */
const NATIVE = [/^@node-rs\//, /^@myriaddreamin\//, 'pg-native']

/** What the program is entered by, and what loads the rest of it. */
const ENTRIES = ['main', 'program'] as const
const LOADER = 'kept-code'
/** The folder of the program's files, in its own. */
const CODE = 'code'

/** Makes the program unless it is there already, and says so. Gives its folder, in which `main.js` is the command line and `program.js` what it is made of. */
export async function makeProgram(say: (line: string) => void): Promise<string> {
  const folder = madeFolder()
  if (existsSync(folder)) return folder
  const began = Date.now()
  say('Making the program (once; again only when it changes) …')
  // Beside, and put in its place when it is whole: several may make it at the same time.
  const making = `${folder}-${process.pid}`
  // Only when it is needed: it takes a while to load.
  const { rolldown } = await import('rolldown')
  const source = (path: string): string => join(home, 'packages', path)
  const built = await rolldown({
    input: { ...Object.fromEntries(ENTRIES.map((name) => [name, source(`cli/src/${name}.ts`)])), [LOADER]: source(`cli/src/${LOADER}.ts`) },
    platform: 'node',
    external: NATIVE,
    logLevel: 'silent',
    plugins: [placesOf(join(making, CODE))],
  })
  try {
    // Names are kept: what goes wrong is still told by the names of functions.
    await built.write({
      dir: join(making, CODE),
      // Such files can be compiled with what was kept of the last time.
      format: 'cjs',
      comments: false,
      minify: { mangle: false, compress: true, codegen: { removeWhitespace: true } },
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
    })
    writeFileSync(join(making, 'package.json'), '{ "type": "commonjs" }\n')
    for (const name of ENTRIES)
      writeFileSync(join(making, `${name}.js`), `module.exports = require('./${CODE}/${LOADER}.js').runKept(__dirname + '/${CODE}', '${name}.js')\n`)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    throw error
  } finally {
    await built.close()
  }
  takePlace(making, folder)
  say(`Made the program in ${((Date.now() - began) / 1000).toFixed(1)} s.`)
  return folder
}

/** The words with which a module says where it is, or where a process is that it starts. */
const PLACE = /\bnew URL\('([\w-]+)\.ts', import\.meta\.url\)|\bimport\.meta\.(?:dirname|url)\b/g

/** What a module says of its own place is said as seen from the program. A process that it starts, `new URL('….ts', import.meta.url)`, is made beside. */
function placesOf(folder: string): Plugin {
  return {
    name: 'places',
    transform: {
      filter: { code: PLACE },
      handler(code, id) {
        const seen = (path: string): string => JSON.stringify(relative(folder, path).replaceAll('\\', '/'))
        return code.replaceAll(PLACE, (place, started?: string) => {
          if (place === 'import.meta.url') return `new URL(${seen(id)}, import.meta.url).href`
          if (started === undefined) return `(import.meta.dirname + '/' + ${seen(dirname(id))})`
          this.emitFile({ type: 'chunk', id: join(dirname(id), `${started}.ts`), fileName: `${started}.js` })
          return `new URL('${started}.js', import.meta.url)`
        })
      },
    },
  }
}

/** Whoever comes second leaves what the first has made. Of what was made before, the last one stays: a server may run from it. */
function takePlace(making: string, folder: string): void {
  try {
    renameSync(making, folder)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  const others = readdirSync(MADE)
    .filter((name) => /^[\da-f]{16}$/.test(name))
    .map((name) => join(MADE, name))
    .filter((path) => path !== folder)
  const newestFirst = others.toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const old of newestFirst.slice(1)) rmSync(old, { recursive: true, force: true })
}

if (import.meta.main) {
  await makeProgram((line) => console.error(line))
  await makeSnapshots()
}
