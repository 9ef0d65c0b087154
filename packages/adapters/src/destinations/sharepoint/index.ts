import type { PageDestination, WordPages, World } from '@blamefree/core'
import { checkPlace } from './check-place.ts'
import { fileName } from './drive-item.ts'
import { findFile } from './find-file.ts'
import { readFile, type Way } from './read-file.ts'
import { configure, CONNECT, type SharePointConfig } from './settings.ts'
import { uploadRequest } from './upload.ts'
import { createFile, writeFile } from './write-file.ts'

/** SharePoint and OneDrive: a Word file that people open in Word or in the browser. The whole file is made anew each time; its address, sharing and versions stay. */
export function sharePoint(word: WordPages): PageDestination<SharePointConfig> {
  const way = (config: SharePointConfig, world: World): Way => ({ word, config, world })
  return {
    id: 'sharepoint',
    title: 'SharePoint and OneDrive',
    loses: word.loses,
    connect: CONNECT,
    configure,
    render: (document, options) => word.render(document, options),
    split: (text) => word.split(text),
    join: (blocks) => word.join(blocks),
    canonical: (text) => word.canonical(text),
    readBack: (text) => word.readBack(text),
    request(body, page, config) {
      if (word.needsBefore(body)) return null
      const goal = page === null ? { folder: config.folder, name: fileName(body.title, '') } : { id: page.ref.id, version: page.version }
      return uploadRequest(word.write(body, page?.marker ?? '', null), page?.ref.extra?.['drive'] ?? '{drive}', goal)
    },
    keeps: 'ours',
    check: checkPlace,
    find: (marker, config, world) => findFile(marker, way(config, world)),
    read: (ref, config, world) => readFile(ref, way(config, world)),
    create: (body, marker, config, world) => createFile(body, marker, way(config, world)),
    write: (body, page, config, world) => writeFile(body, page, way(config, world)),
  }
}
