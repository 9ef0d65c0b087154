import type { PageGone, PageNow, PageRef, World } from '@blamefree/core'
import { findPage, pageOf } from './find-page.ts'
import type { GitConfig } from './git-config.ts'
import { withRepository } from './repository.ts'
import { workPlace } from './work-place.ts'

/** The page at a path, or where it was moved to, or why there is none. */
export async function readPage(ref: PageRef, config: GitConfig, world: World): Promise<PageNow | PageGone> {
  return await withRepository(config, world, async (repository) => {
    const marker = ref.extra?.['marker'] ?? null
    const { branch, commit } = await workPlace(repository, marker, { config, world })
    const gone: PageGone = {
      gone: 'deleted',
      sentence: `There is no ${ref.id} on branch ${config.branch} any more. Publish it anew, or bring the file back there.`,
    }
    if (commit === null) return gone
    const place = { branch, commit }
    const entry = (await repository.files(commit)).find(({ path }) => path === ref.id)
    if (entry !== undefined && !entry.mode.startsWith('100'))
      return { gone: 'forbidden', sentence: `${ref.id} is a link or a submodule now, and we write through neither. Put a file in its place.` }
    const file = entry === undefined ? undefined : (await repository.contents([entry.blob])).get(entry.blob)
    if (entry !== undefined && file !== undefined) {
      const page = pageOf(entry, file.toString('utf8'), { place, config })
      if (page.marker === null || marker === null || page.marker === marker)
        return { ...page, ref: { ...page.ref, extra: { ...ref.extra, ...page.ref.extra } } }
    }
    return (marker === null ? null : await findPage(repository, place, { marker, config })) ?? gone
  })
}
