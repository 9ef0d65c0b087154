import { isAscii } from 'node:buffer'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { constants, Script } from 'node:vm'

/** After so many milliseconds a server has started, and has compiled what it needs for that. */
const STARTED = 4_000

/**
 * Runs a file of the made program, all of which lie in `folder`, and gives what it exports. What had to be compiled of them is kept beside, function by function as they were
 * needed, and the next start compiles none of it: Node's own cache keeps only what is compiled before anything runs. `after`: how long to wait before it is kept, in milliseconds.
 */
export function runKept(folder: string, entry: string, after = STARTED): unknown {
  const kept = join(folder, `kept-${process.version}-${process.arch}`)
  const own = createRequire(join(folder, entry))
  const fresh = new Map<string, Script>()
  const modules = new Map<string, { exports: unknown }>()
  const load = (name: string): unknown => {
    const known = modules.get(name)
    if (known !== undefined) return known.exports
    const path = join(folder, name)
    const module: { exports: unknown } = { exports: {} }
    modules.set(name, module)
    const script = compiled(path, join(kept, name), (made) => fresh.set(name, made))
    const run = script.runInThisContext() as (...given: readonly unknown[]) => void
    run(module.exports, (id: string) => (id.startsWith('./') ? load(id.slice(2)) : (own(id) as unknown)), module, path, folder)
    return module.exports
  }
  const keep = (): void => {
    for (const [name, script] of fresh) write(kept, name, script.createCachedData())
    fresh.clear()
  }
  // A server ends when much of what its start needed has been forgotten again; a command ends sooner.
  setTimeout(keep, after).unref()
  process.once('exit', keep)
  return load(entry)
}

/** A file as V8 has it, from what was kept of it; without that, or with what another V8 has made, it is compiled and told to `fresh`. */
function compiled(path: string, kept: string, fresh: (made: Script) => void): Script {
  const cachedData = bytesOf(kept)
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${textOf(path)}\n})`, {
    filename: path,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData === null ? {} : { cachedData }),
  })
  if (cachedData === null || script.cachedDataRejected === true) fresh(script)
  return script
}

/** Most files hold nothing but ASCII, which takes half of the memory and is read in a moment. */
function textOf(path: string): string {
  const bytes = readFileSync(path)
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8')
}

function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

/** Several may write the same at once, and a folder that cannot be written to keeps nothing. */
function write(folder: string, name: string, bytes: Buffer): void {
  const beside = join(folder, `${name}-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(beside, bytes)
    renameSync(beside, join(folder, name))
  } catch {
    // It is compiled again the next time.
  }
}
