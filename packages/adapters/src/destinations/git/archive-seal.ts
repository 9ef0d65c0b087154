import { BlamefreeError } from '@blamefree/core'

/** The file of an archive that says whose it is, and what it held when we wrote it: so one sees without its history, and after being cut off, that somebody changed it. */
export const SEAL = 'archive.json'

/** What stands in it. */
export interface Seal {
  readonly workspace: string | null
  /** The sum of the paths and contents of all other files. */
  readonly files: string
}

/** The file's text: the same for the same archive. */
export function sealText({ workspace, files }: Seal): string {
  const about =
    'The archive of a Blamefree workspace. Blamefree keeps it: what is changed here by hand is taken back by the next commit, and stays in the history.'
  return `${JSON.stringify({ about, workspace, files }, null, 2)}\n`
}

/** What a file says. Null where it is no seal of ours. */
export function readSeal(text: string): Seal | null {
  try {
    const { workspace = null, files } = JSON.parse(text) as { workspace?: unknown; files?: unknown }
    return typeof files === 'string' && (workspace === null || typeof workspace === 'string') ? { workspace, files } : null
  } catch {
    return null
  }
}

/** Throws where what lies in the folder is not this workspace's archive. Nothing of others is ever written over. */
export function mustBeOurs(seal: Seal | null, workspace: string | null, where: string): void {
  if (seal === null)
    throw new BlamefreeError(
      'git/not-an-archive',
      `Cannot keep the archive ${where}: there are files that no archive has written.`,
      'Choose a folder or a branch that is the archive’s alone; one that is not there yet is made.',
    )
  if (seal.workspace !== null && workspace !== null && seal.workspace !== workspace)
    throw new BlamefreeError(
      'git/other-archive',
      `Cannot keep the archive ${where}: it is the archive of another workspace.`,
      'Choose another folder or branch.',
    )
}
