import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What names a thing that is made of sources: it changes with each of them, and with nothing else. `parts`: files and folders in `home`; tests are left out. */
export function madeOf(home: string, parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of parts.flatMap((part) => filesOf(join(home, part)))) hash.update(file.slice(home.length)).update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

/** A file, or those in a folder, in the order of their names; nothing where nothing is. */
function filesOf(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory() !== true) return found === undefined ? [] : [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted()
}
