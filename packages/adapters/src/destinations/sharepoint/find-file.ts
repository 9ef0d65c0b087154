import { listAt, replyJson, textAt, type PageNow } from '@blamefree/core'
import { call, driveId, graphUrl, pathOf, refusal } from './call.ts'
import { endingOf, SELECT } from './drive-item.ts'
import { withText, type Way } from './read-file.ts'

/** The file in the folder whose name and property carry our marker. The folder is listed, because a search of Graph's knows new files only after a while. */
export async function findFile(marker: string, way: Way): Promise<PageNow | null> {
  const { config, world } = way
  const drive = await driveId(config, world)
  const folder = config.folder === '' ? 'root' : `root:/${pathOf(config.folder)}:`
  let url: string | null = graphUrl(`drives/${encodeURIComponent(drive)}/${folder}/children?${SELECT}&$top=200`)
  for (let pages = 0; url !== null && pages < MOST_PAGES; pages++) {
    const reply = await call({ method: 'GET', url }, config, world)
    if (reply.status === 404) return null
    if (reply.status !== 200) throw refusal(reply, 'look for the file in SharePoint')
    const json = replyJson(reply)
    const item = listAt(json, 'value').find((one) => textAt(one, 'name')?.endsWith(endingOf(marker)) === true)
    if (item !== undefined) {
      const page = await withText(item, drive, way)
      if (page.marker === marker) return page
    }
    const next = textAt(json, '@odata.nextLink')
    // A token goes to Graph and to nobody else.
    url = next?.startsWith(graphUrl('')) === true ? next : null
  }
  return null
}

const MOST_PAGES = 50
