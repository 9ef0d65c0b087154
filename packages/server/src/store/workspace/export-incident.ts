import { IMAGE_ENDINGS, type Document } from '@blamefree/core'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import { destinationOf } from '../../documents/destination-of.ts'
import { FileNames } from './file-names.ts'
import { incidentMarkdown } from './incident-markdown.ts'
import { INCIDENT_PARTS, POST_MORTEM_PARTS } from './parts.ts'
import { streamRows, writePieces } from './row-files.ts'
import { writePart, type ExportDesk } from './write-part.ts'

const decompress = promisify(zstdDecompress)

/** Writes everything of one incident into a folder of its own. Gives how many post-mortems it has. */
export async function exportIncident(desk: ExportDesk, folder: string, incident: string): Promise<number> {
  const { incident: whole, access, keys, people, corrections, followUps, timeline } = INCIDENT_PARTS
  for (const part of [whole, access, keys, people, corrections, followUps, timeline]) await writePart(desk, folder, part, { of: incident })
  await exportRecords(desk, folder, incident)
  const images = await exportImages(desk, folder, incident)
  await writePieces(join(folder, 'incident.md'), incidentMarkdown(desk.client, incident))
  const { rows } = await desk.client.query<{ id: string; title: string }>(
    'select id, title from post_mortem where incident_id = $1 and deleted_at is null order by created_at, id',
    [incident],
  )
  const names = new FileNames()
  for (const { id, title } of rows) {
    await exportPostMortem(desk, join(folder, 'post-mortems', names.take(title, { fallback: 'post-mortem' })), { id, images })
  }
  return rows.length
}

/** The payloads as they came, each under its name, and the list of them with what was read in each. */
async function exportRecords(desk: ExportDesk, folder: string, incident: string): Promise<void> {
  const { rows } = await desk.client.query<{ id: string; position: number; path: string; hash: Buffer; packed: boolean }>(
    `select t.id, t.position, coalesce(t.path, t.name) as path, t.hash, raw.compression <> 'none' as packed
     from incident_raw t join raw on raw.hash = t.hash where t.incident_id = $1 order by ${INCIDENT_PARTS.records.order}`,
    [incident],
  )
  const names = new FileNames()
  const files: Record<string, string> = {}
  for (const { id, position, path, hash, packed } of rows) {
    const base = path.split(/[/\\]/).at(-1) ?? ''
    const file = names.take(`${String(position + 1).padStart(3, '0')} ${base}`, { fallback: 'record', keepEnding: true })
    files[id] = file
    const pieces = async function* (): AsyncGenerator<Buffer> {
      const chunks = streamRows<{ bytes: Buffer }>(desk.client, 'select bytes from raw_chunk where hash = $1 order by seq', [hash], 1)
      for await (const { bytes } of chunks) yield packed ? await decompress(bytes) : bytes
    }
    await writePieces(join(folder, 'records', file), pieces())
  }
  const more = `jsonb_build_object('file', $2::jsonb ->> t.id::text, 'kept_at', (select raw.created_at from raw where raw.hash = t.hash))`
  await writePart(desk, folder, INCIDENT_PARTS.records, { of: incident, more, given: [JSON.stringify(files)] })
}

/** The images' files by their ids. */
async function exportImages(desk: ExportDesk, folder: string, incident: string): Promise<ReadonlyMap<string, string>> {
  const names = new FileNames()
  const files = new Map<string, string>()
  const images = streamRows<{ id: string; name: string; media_type: string; bytes: Buffer }>(
    desk.client,
    `select id, name, media_type, bytes from asset t where incident_id = $1 order by ${INCIDENT_PARTS.images.order}`,
    [incident],
    1,
  )
  for await (const { id, name, media_type: kind, bytes } of images) {
    const ending = IMAGE_ENDINGS[kind] ?? ''
    const file = names.take(extname(name) === '' ? `${name}${ending}` : name, { fallback: `image${ending}`, keepEnding: true })
    files.set(id, file)
    await writePieces(join(folder, 'images', file), [bytes])
  }
  const more = `jsonb_build_object('file', $2::jsonb ->> t.id::text)`
  await writePart(desk, folder, INCIDENT_PARTS.images, { of: incident, more, given: [JSON.stringify(Object.fromEntries(files))] })
  return files
}

async function exportPostMortem(
  desk: ExportDesk,
  folder: string,
  { id, images }: { readonly id: string; readonly images: ReadonlyMap<string, string> },
): Promise<void> {
  for (const part of Object.values(POST_MORTEM_PARTS)) await writePart(desk, folder, part, { of: id })
  const { rows } = await desk.client.query<{ document: Document }>('select document from post_mortem where id = $1', [id])
  for (const { document } of rows) await writePieces(join(folder, 'post-mortem.md'), [await markdownOf(document, images, '../../')])
  const versions = streamRows<{ version: number; document: Document }>(
    desk.client,
    'select version, document from post_mortem_version where post_mortem_id = $1 order by version',
    [id],
    1,
  )
  for await (const { version, document } of versions)
    await writePieces(join(folder, 'versions', `version ${version}.md`), [await markdownOf(document, images, '../../../')])
}

/** A document for people, its images where they lie in the export. */
async function markdownOf(document: Document, images: ReadonlyMap<string, string>, up: string): Promise<string> {
  const destination = destinationOf('markdown')
  if (destination === null) throw new Error('There is no destination "markdown".')
  const { bytes } = await destination.render(document, { name: 'post-mortem' })
  return new TextDecoder().decode(bytes).replace(/\bimages\/([\da-f]{8}-[\da-f-]{27})\b/g, (address, id: string) => {
    const file = images.get(id)
    return file === undefined ? address : `${up}images/${encodeURIComponent(file)}`
  })
}
