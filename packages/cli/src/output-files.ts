import { BlamefreeError } from '@blamefree/core'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A file to be written. */
export interface OutputFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Writes files into a folder, all or none of those that stand in the way: an existing file is never overwritten without `force`, and
 * each is written beside its place and then renamed, so that there is never half a file. Gives the paths.
 */
export function writeFiles(folder: string, files: readonly OutputFile[], force: boolean): string[] {
  const paths = files.map(({ name }) => join(folder, name))
  const standing = force ? [] : paths.filter((path) => existsSync(path))
  if (standing.length > 0) {
    const [first = '', ...others] = standing
    throw new BlamefreeError(
      'cli/exists',
      `Cannot write ${first}${others.length > 0 ? ` and ${others.length} more` : ''}: ${others.length > 0 ? 'they are' : 'it is'} already there.`,
      'Choose another folder with --out, or overwrite with --force.',
    )
  }
  for (const [index, path] of paths.entries()) writeWhole(path, files[index]?.bytes ?? new Uint8Array())
  return paths
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const beside = `${path}.part-${process.pid}`
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(beside, bytes, { flag: 'wx' })
    renameSync(beside, path)
  } catch (error) {
    if (existsSync(beside)) rmSync(beside, { force: true })
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error'
    const why =
      {
        ENOSPC: 'the disk is full',
        EACCES: 'this user may not write there',
        EROFS: 'the disk is read-only',
        ENOTDIR: 'a part of the path is a file',
        EEXIST: 'a part of the path is a file',
        EISDIR: 'a folder has that name',
      }[code] ?? code
    throw new BlamefreeError('cli/unwritable', `Cannot write ${path}: ${why}.`, 'Choose another folder with --out.', { cause: error })
  }
}
