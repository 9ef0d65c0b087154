import { replyJson, textAt, type PageBody, type PageNow, type WordPages, type World } from '@blamefree/core'
import { call, driveUrl, refusal } from './call.ts'
import { documentsWith } from './find-document.ts'
import { fileNow, withText, wordCopy } from './read-document.ts'
import type { GoogleConfig } from './settings.ts'
import { upload, type UploadSizes } from './upload.ts'

interface Way {
  readonly config: GoogleConfig
  readonly world: World
  readonly word: WordPages
  readonly sizes: UploadSizes
}

/** Writes over a document whose version is still the one that was read: Drive has no lock, so it is asked right before. Three requests. */
export async function writeDocument(body: PageBody, page: PageNow, { config, world, word, sizes }: Way): Promise<PageNow | 'stale'> {
  const now = await fileNow(page.ref, config, world)
  if ('gone' in now || textAt(now.json, 'version') !== page.version) return 'stale'
  const { id } = page.ref
  const before = word.needsBefore(body) ? await wordCopy(id, config, { world, mediaType: word.mediaType }) : null
  const reply = await upload({ body, word, id, marker: page.marker, before, sizes }, config, world)
  if (reply.status === 404) return 'stale'
  if (reply.status >= 300) throw refusal(reply, 'write the document in Google Docs')
  return withText(replyJson(reply), word, { config, world })
}

/** Makes the document with its marker in one request. Where two were made at once, the first stays, and ours is deleted. */
export async function createDocument(body: PageBody, marker: string, way: Way): Promise<PageNow> {
  const { config, world, word, sizes } = way
  const reply = await upload({ body, word, id: null, marker, before: null, sizes }, config, world)
  const made = replyJson(reply)
  const id = reply.status < 300 ? textAt(made, 'id') : null
  if (id === null) throw refusal(reply, 'make a document in Google Docs')
  const [first] = await documentsWith(marker, config, world)
  if (first === undefined || textAt(first, 'id') === id) return withText(made, word, { config, world })
  await call({ method: 'DELETE', url: driveUrl(`files/${encodeURIComponent(id)}`) }, config, world)
  const page = await withText(first, word, { config, world })
  const sums = (text: string): string =>
    word
      .split(text)
      .map((block) => word.canonical(block.text))
      .join('\n')
  if (sums(page.text) === sums(body.text)) return page
  const written = await writeDocument(body, page, way)
  return written === 'stale' ? page : written
}
