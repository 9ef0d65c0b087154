import { BlamefreeError, type Raw, type RawFile } from '@blamefree/core'
import { readdirSync, readFileSync, statSync, type Stats } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'

/** A file bigger than this is refused: nobody's record of one incident is, and reading it would take the machine down. Bytes. */
export const LARGEST_FILE = 1024 ** 3

/** A folder with more files than this is refused. */
export const MOST_FILES = 50_000

/**
 * The payloads that a user named: files, folders and `-` for standard input, in that order. A folder is one payload when `isWhole` says so
 * (an unpacked Slack export), otherwise each thing in it is a payload of its own.
 */
export async function inputs(paths: readonly string[], isWhole: (raw: Raw) => boolean, stdin: AsyncIterable<Uint8Array>): Promise<Raw[]> {
  const raws: Raw[] = []
  for (const path of paths) {
    if (path === '-') raws.push(await standardInput(stdin))
    else raws.push(...atPath(path, isWhole))
  }
  return raws
}

async function standardInput(stdin: AsyncIterable<Uint8Array>): Promise<Raw> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stdin) {
    size += chunk.byteLength
    if (size > LARGEST_FILE) throw tooLarge('Standard input', size)
    chunks.push(chunk)
  }
  if (size === 0)
    throw new BlamefreeError('cli/empty-input', 'Cannot read standard input: nothing came.', 'Pipe a record into it, or name a file instead of -.')
  return { name: '-', files: [{ path: '-', size, bytes: Buffer.concat(chunks) }] }
}

function atPath(path: string, isWhole: (raw: Raw) => boolean): Raw[] {
  const stats = statOf(path)
  if (stats.isFile()) return [{ name: path, files: [file(path, basename(path), stats.size)] }]
  if (!stats.isDirectory())
    throw new BlamefreeError('cli/not-a-file', `Cannot read ${path}: it is neither a file nor a folder.`, 'Name a file, a folder, or - for standard input.')
  const whole: Raw = { name: path, files: filesBelow(path) }
  if (whole.files.length === 0)
    throw new BlamefreeError('cli/empty-folder', `Cannot read ${path}: there is no file in it.`, 'Name the folder that holds the record.')
  if (isWhole(whole)) return [whole]
  return readdirSync(path)
    .filter((name) => !name.startsWith('.'))
    .toSorted()
    .flatMap((name) => (emptyFolder(join(path, name)) ? [] : atPath(join(path, name), isWhole)))
}

function emptyFolder(path: string): boolean {
  return statOf(path).isDirectory() && filesBelow(path).length === 0
}

function statOf(path: string): Stats {
  try {
    return statSync(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EACCES' ? 'this user may not read it' : String(code)
    throw new BlamefreeError('cli/unreadable', `Cannot read ${path}: ${why}.`, 'Check the path, and that the shell did not split it at a space.')
  }
}

/** Every file below a folder, links and hidden ones left out, read only when asked for. */
function filesBelow(folder: string): RawFile[] {
  const found: RawFile[] = []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue
    const full = join(entry.parentPath, entry.name)
    found.push(file(full, relative(folder, full).split(sep).join('/'), statSync(full).size))
    if (found.length > MOST_FILES) {
      throw new BlamefreeError('cli/too-many-files', `Cannot read ${folder}: it holds more than ${MOST_FILES} files.`, 'Name the folder of this one incident.')
    }
  }
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

function file(full: string, path: string, size: number): RawFile {
  if (size > LARGEST_FILE) throw tooLarge(full, size)
  let bytes: Uint8Array | null = null
  return {
    path,
    size,
    get bytes() {
      bytes ??= readFileSync(full)
      return bytes
    },
  }
}

function tooLarge(what: string, size: number): BlamefreeError {
  return new BlamefreeError(
    'cli/too-large',
    `Cannot read ${what}: it is ${(size / 1024 ** 3).toFixed(1)} GiB, and more than 1 GiB is not the record of one incident.`,
    'Export only the channel and the days of the incident.',
  )
}
