import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'

/** A file that was changed less than so many milliseconds ago can be changed again without another time on it. */
const SETTLED = 2_000

/**
 * What names a thing that is made of sources: it changes with each of them, and with nothing else. `parts`: files and folders in `home`; tests are left out. What files of these names,
 * sizes and times were named before is remembered in `home`, because to read them all takes far longer than to look at them.
 */
export function madeOf(home: string, parts: readonly string[]): string {
  const files = parts.flatMap((part) => filesOf(join(home, part)))
  const newest = Math.max(...files.map(({ time }) => time))
  const seen = sum(files.map(({ path, size, time }) => `${path}\n${size}\n${time}\n`))
  const memory = join(home, 'node_modules', '.cache', 'blamefree', 'made-of')
  const remembered = join(memory, sum(parts))
  const [before, named = ''] = textOf(remembered).split('\n')
  if (before === seen && named !== '') return named
  const name = sum(files.flatMap(({ path }) => [path.slice(home.length), readFileSync(path)]))
  if (Date.now() - newest > SETTLED) remember(memory, remembered, `${seen}\n${name}`)
  return name
}

interface Source {
  readonly path: string
  readonly size: number
  /** When it was last changed, in milliseconds with fractions. */
  readonly time: number
}

/** A file, or those in a folder, in the order of their names; nothing where nothing is. It is asked at every start: nothing is looked at that its folder has told already. */
function filesOf(path: string): Source[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return []
  return found.isDirectory() ? filesIn(path) : [{ path, size: found.size, time: found.mtimeMs }]
}

function filesIn(folder: string): Source[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.includes('.test.'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(`${folder}${sep}${entry.name}`) : filesOf(`${folder}${sep}${entry.name}`)))
}

function sum(parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex').slice(0, 16)
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Several may remember the same at once, and a folder that cannot be written to remembers nothing. */
function remember(folder: string, path: string, text: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${path}-${process.pid}`, text)
    renameSync(`${path}-${process.pid}`, path)
  } catch {
    // It is read again the next time.
  }
}
