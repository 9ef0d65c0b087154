import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Raw, RawFile, Source } from '@blamefree/core'

/** A payload of bytes under one name. */
export function rawOf(name: string, content: string | Uint8Array): Raw {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return { name, files: [{ path: name, size: bytes.length, bytes }] }
}

/** A file, or a folder with all files below it, as a payload. */
export function rawAt(path: string, name: string): Raw {
  if (!statSync(path).isDirectory()) return rawOf(name, new Uint8Array(readFileSync(path)))
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((file): RawFile => {
      const bytes = new Uint8Array(readFileSync(file))
      return { path: relative(path, file).replaceAll('\\', '/'), size: bytes.length, bytes }
    })
  return { name, files }
}

/** The same bytes as a payload that nobody has seen before, under another name where one is given. */
export function freshCopy(raw: Raw, name: string = raw.name): Raw {
  const single = raw.files.length === 1
  return { name, files: raw.files.map(({ path, bytes }) => ({ path: single && path === raw.name ? name : path, size: bytes.length, bytes: bytes.slice() })) }
}

/** A source's own folder. */
export const folderOf = (source: Source): string => join(import.meta.dirname, '..', source.id)

/** Every fixture of a source: each file and each folder directly in `fixtures/`. */
export function fixturesOf(source: Source): Raw[] {
  const folder = join(folderOf(source), 'fixtures')
  return existsSync(folder)
    ? readdirSync(folder)
        .toSorted()
        .map((name) => rawAt(join(folder, name), name))
    : []
}
