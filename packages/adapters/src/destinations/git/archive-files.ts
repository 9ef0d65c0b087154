import { BlamefreeError } from '@blamefree/core'
import { readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { LARGEST } from './refuse-large.ts'

/** Files below a folder by their paths in it, with `/`, in order; links are none. Throws where one is larger than hosts take: then nothing of the archive is kept. */
export async function archiveFiles(folder: string): Promise<{ readonly paths: readonly string[]; readonly bytes: number }> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const paths = entries.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/')).toSorted()
  let bytes = 0
  for (const path of paths) {
    const { size } = await stat(join(folder, path))
    if (size > LARGEST)
      throw new BlamefreeError(
        'git/too-large',
        `Cannot keep the archive in Git: ${path} is ${Math.ceil(size / 1_000_000)} MB, and hosts take ${LARGEST / 1_000_000} MB a file. Nothing was changed there.`,
        'Take that record out of its incident, or keep the archive as a folder: blamefree export --all <folder>.',
      )
    bytes += size
  }
  return { paths, bytes }
}
