import { BlamefreeError, replyJson, type PageBody, type PageNow, type Reply } from '@blamefree/core'
import { call, driveId, graphUrl, refusal } from './call.ts'
import { fileName, pageOf, SELECT } from './drive-item.ts'
import { findFile } from './find-file.ts'
import { contentOf, type Way } from './read-file.ts'
import { upload } from './upload.ts'

/** Writes over the file if it is still of the version that was read (`If-Match`): one request. Throws `sharepoint/locked` while somebody has it open. */
export async function writeFile(body: PageBody, page: PageNow, way: Way): Promise<PageNow | 'stale'> {
  const { word, config, world } = way
  const drive = page.ref.extra?.['drive'] ?? (await driveId(config, world))
  const before = word.needsBefore(body) ? await bytesOf(page.ref.id, drive, way) : null
  const file = word.write(body, page.marker ?? '', before)
  const reply = await upload(file, drive, { id: page.ref.id, version: page.version }, way)
  if (reply.status === 412 || reply.status === 404 || reply.status === 409) return 'stale'
  return stored(reply, file, drive, way)
}

/** Makes the file, its marker in its name and in a property. Where there is one of its name already, it is ours or somebody else's. */
export async function createFile(body: PageBody, marker: string, way: Way): Promise<PageNow> {
  const { word, config, world } = way
  const drive = await driveId(config, world)
  const file = word.write(body, marker, null)
  const name = fileName(body.title, marker)
  const reply = await upload(file, drive, { folder: config.folder, name }, way)
  if (reply.status !== 409) return stored(reply, file, drive, way)
  const found = await findFile(marker, way)
  if (found === null)
    throw new BlamefreeError(
      'sharepoint/name-taken',
      `Cannot publish to SharePoint: there is a file "${name}" that is not ours.`,
      'Rename that file, or choose another folder.',
    )
  const sums = (text: string): string =>
    word
      .split(text)
      .map((block) => word.canonical(block.text))
      .join('\n')
  if (sums(found.text) === sums(body.text)) return found
  const written = await writeFile(body, found, way)
  return written === 'stale' ? found : written
}

/** What was put there, as it says: a file is kept as it was sent. */
function stored(reply: Reply, file: Uint8Array, drive: string, { word }: Way): PageNow {
  const page = reply.status === 200 || reply.status === 201 ? pageOf(replyJson(reply), drive, word.read(file)) : null
  if (page === null) throw refusal(reply, 'write the file in SharePoint')
  return page
}

async function bytesOf(id: string, drive: string, { config, world }: Way): Promise<Uint8Array> {
  const reply = await call({ method: 'GET', url: graphUrl(`drives/${encodeURIComponent(drive)}/items/${encodeURIComponent(id)}?${SELECT}`) }, config, world)
  if (reply.status !== 200) throw refusal(reply, 'read the file in SharePoint')
  return contentOf(replyJson(reply), world)
}
