import { canonicalMarkdown, joinMarkdown, splitMarkdown, type PageDestination } from '@blamefree/core'
import { ARCHIVE } from './archive.ts'
import { checkPlace } from './check.ts'
import { findPage } from './find-page.ts'
import type { GitConfig } from './git-config.ts'
import { readBack } from './read-back.ts'
import { readPage } from './read-page.ts'
import { renderPage, type FileWriters } from './render.ts'
import { withRepository } from './repository.ts'
import { configure, CONNECT } from './settings.ts'
import { workPlace } from './work-place.ts'
import { writePage } from './write-page.ts'

/** Markdown, data and images on a branch of any Git repository. `loses` is what its Markdown loses. */
export function git(writers: FileWriters, loses: PageDestination['loses']): PageDestination<GitConfig> {
  return {
    id: 'git',
    title: 'Git',
    loses,
    connect: CONNECT,
    configure,
    render: (document, options) => renderPage(document, options, writers),
    split: splitMarkdown,
    join: joinMarkdown,
    canonical: canonicalMarkdown,
    readBack,
    // What is sent is a pack, no request that one could show.
    request: () => null,
    keeps: 'theirs',
    check: checkPlace,
    find: (marker, config, world) =>
      withRepository(config, world, async (repository) => {
        const { branch, commit } = await workPlace(repository, marker, { config, world })
        return commit === null ? null : await findPage(repository, { branch, commit }, { marker, config })
      }),
    read: readPage,
    create: (body, marker, config, world) => writePage({ body, marker, over: null }, config, world),
    archive: ARCHIVE,
    write: (body, page, config, world) => writePage({ body, marker: page.marker ?? page.ref.extra?.['marker'] ?? null, over: page }, config, world),
  }
}
