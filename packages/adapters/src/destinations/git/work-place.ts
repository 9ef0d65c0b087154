import { BlamefreeError, shortHash, type World } from '@blamefree/core'
import type { GitConfig } from './git-config.ts'
import type { Repository } from './repository.ts'
import { requestOf, type ReviewRequest } from './review-request.ts'

/** The branch on which a page is written, and what it is now. */
export interface WorkPlace {
  readonly branch: string
  /** What a new commit stands on; null where the branch will be the first. */
  readonly commit: string | null
  /** Whether the branch is there already. */
  readonly there: boolean
  /** The pull or merge request of the branch; null where there is none, or none yet. */
  readonly request: ReviewRequest | null
}

/**
 * Without review: the branch itself. With review: the page's own branch while its request is open (or not yet made), and the branch itself, under a new name for
 * the next request, when it was merged or closed.
 */
export async function workPlace(repository: Repository, marker: string | null, { config, world }: { config: GitConfig; world: World }): Promise<WorkPlace> {
  if (!config.review || marker === null) {
    const commit = await repository.newest(config.branch)
    return { branch: config.branch, commit, there: commit !== null, request: null }
  }
  const stem = `blamefree/${shortHash(marker)}`
  const taken = await repository.branches(stem)
  for (let count = 1; ; count++) {
    const branch = count === 1 ? stem : `${stem}-${count}`
    const known = taken.has(branch)
    const request = known || count === 1 ? await requestOf(branch, config, world) : null
    if (request !== null && !request.open) continue
    if (known) return { branch, commit: await repository.newest(branch), there: true, request }
    const commit = await repository.newest(config.branch)
    if (commit === null)
      throw new BlamefreeError(
        'git/no-branch',
        `Cannot open a request: the repository has no branch ${config.branch}.`,
        'Make the branch there (a first commit is enough), or correct “Branch”.',
      )
    return { branch, commit, there: false, request: null }
  }
}
