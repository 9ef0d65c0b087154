import { BlamefreeError } from '@blamefree/core'
import { readFileSync } from 'node:fs'

/** A text file's content; a sentence when it cannot be read. */
export function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : String(code)
    throw new BlamefreeError('cli/unreadable', `Cannot read ${path}: ${why}.`, 'Check the path.', { cause: error })
  }
}
