import type { World } from '@blamefree/core'
import type { GitConfig } from './git-config.ts'
import type { GitCall } from './run-git.ts'

/** A file of a commit: its contents, or the sum of what git has here already. */
export type NewFile = { readonly path: string; readonly bytes: Uint8Array } | { readonly path: string; readonly blob: string }

/** What a commit is made of: whole files over those of its parent. */
export interface NewCommit {
  /** Null for the first commit of a branch. */
  readonly parent: string | null
  readonly files: readonly NewFile[]
  /** Paths that are not in it any more. Left out: none. */
  readonly gone?: readonly string[]
  readonly message: string
}

interface Making {
  readonly config: GitConfig
  readonly world: World
  /** Runs git and throws where it fails. */
  readonly must: (call: GitCall) => Promise<Buffer>
}

/** Makes a commit without a work tree; the parent itself where nothing would change. What is not here (the files of others) is named by its sum alone. */
export async function makeCommit({ parent, files, gone = [], message }: NewCommit, { config, world, must }: Making): Promise<string> {
  const line = async (call: GitCall): Promise<string> => (await must(call)).toString().trim()
  const env = { GIT_INDEX_FILE: 'blamefree-index' }
  await must({ args: parent === null ? ['read-tree', '--empty'] : ['read-tree', parent], env })
  // First what goes: a file may be where a folder was.
  const entries = gone.map((path) => `0 ${'0'.repeat(40)}\t${path}\0`)
  for (const file of files) {
    const blob = 'blob' in file ? file.blob : await line({ args: ['hash-object', '-w', '--stdin'], input: file.bytes })
    entries.push(`100644 ${blob}\t${file.path}\0`)
  }
  await must({ args: ['update-index', '-z', '--add', '--index-info'], input: entries.join(''), env })
  const tree = await line({ args: ['write-tree', '--missing-ok'], env })
  if (parent !== null && tree === (await line({ args: ['rev-parse', `${parent}^{tree}`] }))) return parent
  const { name, email } = config.author
  const date = world.now()
  const who = {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
  }
  return await line({ args: ['commit-tree', tree, ...(parent === null ? [] : ['-p', parent])], input: message, env: who })
}
