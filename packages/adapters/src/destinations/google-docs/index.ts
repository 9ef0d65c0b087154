import { replyJson } from '@blamefree/core'
import type { PageDestination, WordPages } from '@blamefree/core'
import { call, driveUrl, refusal } from './call.ts'
import { checkPlace } from './check-place.ts'
import { FIELDS } from './drive-file.ts'
import { documentsWith } from './find-document.ts'
import { readDocument, withText } from './read-document.ts'
import { configure, CONNECT, type GoogleConfig } from './settings.ts'
import { SIZES, uploadRequest } from './upload.ts'
import { createDocument, writeDocument } from './write-document.ts'

/** Google Docs: our Word file, which Google makes a document of, and gives back as one. The whole document is made anew each time; its address, sharing and comments stay. */
export function googleDocs(word: WordPages, sizes = SIZES): PageDestination<GoogleConfig> {
  return {
    id: 'google-docs',
    title: 'Google Docs',
    loses: word.loses,
    connect: CONNECT,
    configure,
    render: (document, options) => word.render(document, options),
    split: (text) => word.split(text),
    join: (blocks) => word.join(blocks),
    canonical: (text) => word.canonical(text),
    readBack: (text) => word.readBack(text),
    request: (body, page, config) =>
      word.needsBefore(body) ? null : uploadRequest({ body, word, id: page?.ref.id ?? null, marker: page?.marker ?? null, before: null, sizes }, config),
    keeps: 'ours',
    check: checkPlace,
    find: async (marker, config, world) => {
      const [first] = await documentsWith(marker, config, world)
      return first === undefined ? null : withText(first, word, { config, world })
    },
    read: (ref, config, world) => readDocument(ref, word, { config, world }),
    create: (body, marker, config, world) => createDocument(body, marker, { config, world, word, sizes }),
    write: (body, page, config, world) => writeDocument(body, page, { config, world, word, sizes }),
    restore: async (ref, config, world) => {
      const url = driveUrl(`files/${encodeURIComponent(ref.id)}`, { fields: FIELDS })
      const reply = await call(
        { method: 'PATCH', url, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ trashed: false }) },
        config,
        world,
      )
      if (reply.status !== 200) throw refusal(reply, 'bring the document back from the bin of Google Drive')
      return withText(replyJson(reply), word, { config, world })
    },
  }
}
