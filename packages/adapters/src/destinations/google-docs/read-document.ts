import { replyJson, textAt, flagAt, type PageGone, type PageNow, type PageRef, type WordPages, type World } from '@blamefree/core'
import { call, driveUrl, refusal } from './call.ts'
import { FIELDS, pageOf } from './drive-file.ts'
import type { GoogleConfig } from './settings.ts'

/** What is known of a file, as Drive's JSON, or why it is not there. */
export async function fileNow(ref: PageRef, config: GoogleConfig, world: World): Promise<{ readonly json: unknown } | PageGone> {
  const reply = await call({ method: 'GET', url: driveUrl(`files/${encodeURIComponent(ref.id)}`, { fields: FIELDS }) }, config, world)
  if (reply.status === 404)
    return {
      gone: 'deleted',
      sentence:
        'The document is not there for us any more: it was deleted for good, or is not shared with the account of Blamefree. Make a new one, or share it again.',
    }
  if (reply.status === 403)
    return { gone: 'forbidden', sentence: 'Google does not let the account of Blamefree see the document. Share it with the account as an editor.' }
  if (reply.status !== 200) throw refusal(reply, 'read the document in Google Docs')
  const json = replyJson(reply)
  if (flagAt(json, 'trashed') === true)
    return { gone: 'trashed', sentence: `The document "${textAt(json, 'name') ?? ''}" is in the bin. Bring it back, or make a new one.` }
  return { json }
}

/** The document as a Word file, which is how we read it. */
export async function wordCopy(
  id: string,
  config: GoogleConfig,
  { world, mediaType }: { readonly world: World; readonly mediaType: string },
): Promise<Uint8Array> {
  const reply = await call(
    { method: 'GET', url: driveUrl(`files/${encodeURIComponent(id)}/export`, { mimeType: mediaType }), most: 20 * 1024 ** 2 },
    config,
    world,
  )
  if (reply.status !== 200) throw refusal(reply, 'read the document in Google Docs')
  return reply.body
}

/** Drive's JSON with the document's text. */
export async function withText(json: unknown, word: WordPages, { config, world }: { readonly config: GoogleConfig; readonly world: World }): Promise<PageNow> {
  const bytes = await wordCopy(textAt(json, 'id') ?? '', config, { world, mediaType: word.mediaType })
  const page = pageOf(json, word.read(bytes))
  if (page === null) throw refusal({ status: 200, headers: {}, body: new Uint8Array() }, 'read the document in Google Docs')
  return page
}

/** The document as it is now: two requests. */
export async function readDocument(
  ref: PageRef,
  word: WordPages,
  { config, world }: { readonly config: GoogleConfig; readonly world: World },
): Promise<PageNow | PageGone> {
  const now = await fileNow(ref, config, world)
  return 'gone' in now ? now : withText(now.json, word, { config, world })
}
