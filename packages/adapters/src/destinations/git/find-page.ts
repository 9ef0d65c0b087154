import type { PageNow } from '@blamefree/core'
import type { GitConfig } from './git-config.ts'
import { fileAddress } from './host.ts'
import { withoutMarker } from './marker-line.ts'
import { folderOf } from './page-path.ts'
import { titleOf } from './read-back.ts'
import type { Repository, TreeEntry } from './repository.ts'

/** Where a page is looked for: one commit of one branch. */
export interface Place {
  readonly branch: string
  readonly commit: string
}

/** The page with a marker; null where there is none. Looked for in the folder that the path setting names, then in the whole repository if that is not huge. */
export async function findPage(repository: Repository, place: Place, { marker, config }: { marker: string; config: GitConfig }): Promise<PageNow | null> {
  const all = (await repository.files(place.commit)).filter(({ path, mode }) => isText(path, mode))
  const folder = folderOf(config.pattern)
  const near = folder === '' ? all : all.filter(({ path }) => path.toLowerCase().startsWith(`${folder.toLowerCase()}/`))
  for (const entries of near.length === all.length || all.length > MOST_FILES ? [near] : [near, all]) {
    const contents = await repository.contents(entries.map(({ blob }) => blob))
    for (const entry of entries) {
      const file = contents.get(entry.blob)?.toString('utf8') ?? ''
      if (file.includes(JSON.stringify(marker)) || file.includes(marker)) {
        const page = pageOf(entry, file, { place, config })
        if (page.marker === marker) return page
      }
    }
  }
  return null
}

/** Above so many Markdown files, a page that was moved out of its folder is not looked for. */
const MOST_FILES = 5000

/** A regular file that a page can be. */
export const isText = (path: string, mode: string): boolean => mode.startsWith('100') && /\.(?:md|markdown)$/i.test(path)

/** A file as the page that it is. Its version is the sum that git itself keeps of its contents. */
export function pageOf({ path, blob }: TreeEntry, file: string, { place, config }: { place: Place; config: GitConfig }): PageNow {
  const { text, marker } = withoutMarker(file)
  return {
    ref: { id: path, url: fileAddress(config.url, config.host, { branch: place.branch, path }), extra: marker === null ? {} : { marker } },
    title: titleOf(text) ?? path,
    version: blob,
    text,
    marker,
    where: `${path}, branch ${config.branch}`,
  }
}
