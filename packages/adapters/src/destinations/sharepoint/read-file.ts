import { replyJson, textAt, type PageGone, type PageNow, type PageRef, type WordPages, type World } from '@blamefree/core'
import { call, callOpen, driveId, graphUrl, refusal } from './call.ts'
import { pageOf, SELECT } from './drive-item.ts'
import type { SharePointConfig } from './settings.ts'

/** What every step needs. */
export interface Way {
  readonly word: WordPages
  readonly config: SharePointConfig
  readonly world: World
}

/** The file as it is now: two requests. */
export async function readFile(ref: PageRef, { word, config, world }: Way): Promise<PageNow | PageGone> {
  const drive = ref.extra?.['drive'] ?? (await driveId(config, world))
  const reply = await call({ method: 'GET', url: graphUrl(`drives/${encodeURIComponent(drive)}/items/${encodeURIComponent(ref.id)}?${SELECT}`) }, config, world)
  if (reply.status === 404)
    return { gone: 'deleted', sentence: 'The file is not there any more. Bring it back from the recycle bin of the site, or make a new one.' }
  if (reply.status === 403) return { gone: 'forbidden', sentence: 'Microsoft does not let the app see the file. Grant it the role "write" on the site.' }
  if (reply.status !== 200) throw refusal(reply, 'read the file in SharePoint')
  return withText(replyJson(reply), drive, { word, config, world })
}

/** Graph's JSON with what the file says. */
export async function withText(json: unknown, drive: string, { word, world }: Way): Promise<PageNow> {
  const bytes = await contentOf(json, world)
  const page = pageOf(json, drive, word.read(bytes))
  if (page === null) throw refusal({ status: 200, headers: {}, body: new Uint8Array() }, 'read the file in SharePoint')
  return page
}

/** The bytes of a file, from the address that came with it. */
export async function contentOf(json: unknown, world: World): Promise<Uint8Array> {
  const url = textAt(json, '@microsoft.graph.downloadUrl')
  const reply =
    url === null ? { status: 404, headers: {}, body: new Uint8Array() } : await callOpen({ method: 'GET', url, most: 60 * 1024 ** 2, within: 120_000 }, world)
  if (reply.status !== 200) throw refusal(reply, 'read the file in SharePoint')
  return reply.body
}
