import {
  BlamefreeError,
  formFileName,
  instantAt,
  isRecord,
  multipart,
  numberAt,
  recordAt,
  replyJson,
  sendPatiently,
  textAt,
  textsOf,
  valueAt,
} from '@blamefree/core'
import type { PageBody, PageFile, PageGone, PageNow, PageRef, World } from '@blamefree/core'
import { ask, failure, must } from './ask.ts'
import { documentId, MOST_TURNS } from './document-id.ts'
import { asExtra, attachmentsOf, imageAddresses, mapImages } from './images.ts'
import type { OutlineConfig } from './settings.ts'

interface Inside {
  readonly config: OutlineConfig
  readonly world: World
}

/** The page with a marker: one request, because its id follows from the marker (and one more for each that was thrown away). */
export async function findPage(marker: string, config: OutlineConfig, world: World): Promise<PageNow | null> {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const page = await readPage({ id: documentId(marker, turn), url: '', extra: { marker } }, config, world)
    if ('text' in page) return page
    if (page.gone === 'deleted') return null
  }
  return null
}

/** The page as it is now. */
export async function readPage(ref: PageRef, config: OutlineConfig, world: World): Promise<PageNow | PageGone> {
  const reply = await ask('documents.info', { id: ref.id }, { config, world }).catch((error: unknown) => {
    if (error instanceof BlamefreeError && error.code === 'outline/forbidden') return null
    throw error
  })
  if (reply === null)
    return { gone: 'forbidden', sentence: 'The page is not shown to us at Outline any more. Give the owner of the API key access to its collection.' }
  if (reply.status !== 200) return { gone: 'deleted', sentence: 'The page is not at Outline any more. Publish it anew.' }
  const document = valueAt(replyJson(reply), 'data')
  if (textAt(document, 'deletedAt') !== null) return { gone: 'trashed', sentence: 'The page lies in Outline’s trash. Bring it back, or publish it anew.' }
  if (textAt(document, 'archivedAt') !== null) return { gone: 'archived', sentence: 'The page is archived at Outline. Bring it back, or publish it anew.' }
  return pageOf(document, ref.extra, config)
}

/** Makes the page under the id that follows from its marker, with its images. One that was made and not heard of has the id already, and is written over; one in the trash keeps it. */
export async function createPage(body: PageBody, marker: string, config: OutlineConfig, world: World): Promise<PageNow> {
  const inside = { config, world }
  const place = config.parent === null ? { collectionId: await collectionId(inside) } : { parentDocumentId: await parentId(config.parent, inside) }
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const id = documentId(marker, turn)
    const made = await ask('documents.create', { id, title: body.title, text: body.text, ...place, publish: true }, inside).catch(refused)
    if (made instanceof BlamefreeError || made.status !== 200) {
      // It was refused because its id is taken, or for another reason: then nothing is there.
      const there = await readPage({ id, url: '', extra: { marker } }, config, world)
      if ('gone' in there && there.gone === 'deleted') throw made instanceof BlamefreeError ? made : failure(made)
      const page = 'text' in there ? await writePage(body, there, config, world) : 'stale'
      if (page !== 'stale') return page
      continue
    }
    const page = pageOf(valueAt(replyJson(made), 'data'), { marker }, config)
    // Attachments belong to a document, so they come after it, and the text once more.
    const written = body.files.some(({ name }) => imageAddresses(body.text).has(name)) ? await writePage(body, page, config, world) : page
    return written === 'stale' ? page : written
  }
  throw new BlamefreeError('outline/trash', 'Cannot make the page: too many of it lie in Outline’s trash.', 'Empty the trash there, or bring the page back.')
}

/** What Outline says to an id that is taken: that it does not take the page, or that something is wrong with itself. */
function refused(error: unknown): BlamefreeError {
  if (error instanceof BlamefreeError && (error.code === 'outline/refused' || error.code === 'outline/failed')) return error
  throw error
}

/** Writes over the page, if it still has its revision: Outline itself refuses otherwise (409). */
export async function writePage(body: PageBody, page: PageNow, config: OutlineConfig, world: World): Promise<PageNow | 'stale'> {
  const inside = { config, world }
  const attachments = attachmentsOf(page.ref.extra)
  const shown = imageAddresses(body.text)
  for (const file of body.files) if (shown.has(file.name) && !attachments.has(file.name)) attachments.set(file.name, await attach(file, page.ref.id, inside))
  const text = mapImages(body.text, (address) => attachments.get(address) ?? null)
  const reply = await ask('documents.update', { id: page.ref.id, title: body.title, text, lastRevision: Number(page.version), publish: true }, inside)
  if (reply.status === 409) return 'stale'
  if (reply.status !== 200) throw failure(reply)
  return pageOf(valueAt(replyJson(reply), 'data'), { ...page.ref.extra, ...asExtra(attachments) }, config)
}

/** A document of theirs as a page. Its attachments have our names where we know them. */
function pageOf(document: unknown, extra: Readonly<Record<string, string>> | undefined, config: OutlineConfig): PageNow {
  const id = textAt(document, 'id') ?? ''
  const marker = extra?.['marker'] ?? null
  const names = new Map([...attachmentsOf(extra)].map(([name, address]) => [address, name]))
  const text = recordAt(document)['text']
  const path = textAt(document, 'url') ?? `/doc/${id}`
  const shown = typeof text === 'string' ? text : ''
  const unfinished = [...imageAddresses(shown)].some((address) => BARE.test(address))
  return {
    ref: { id, url: path.startsWith('/') ? config.url + path : path, ...(extra === undefined ? {} : { extra }) },
    title: textAt(document, 'title') ?? '',
    version: String(numberAt(document, 'revision') ?? 0),
    text: mapImages(shown.replace(/\r\n?/g, '\n').trimEnd(), (address) => names.get(address) ?? null),
    marker: marker !== null && Array.from({ length: MOST_TURNS }, (_, turn) => documentId(marker, turn)).includes(id) ? marker : null,
    ...(unfinished ? { unfinished } : {}),
    changedBy: textAt(document, 'updatedBy', 'name'),
    changedAt: instantAt(document, 'updatedAt'),
    where: `collection ${textAt(document, 'collectionId') ?? 'unknown'}${textAt(document, 'parentDocumentId') === null ? '' : ', below a document'}`,
  }
}

/** The address of an image of ours that was not sent yet: its file's name alone. */
const BARE = /^[a-z0-9-]+-[0-9a-f]{10}\.\w+$/

/** Sends a file to where Outline says, which may be its own address or that of a store. Gives the address for the text. */
async function attach(file: PageFile, documentId: string, inside: Inside): Promise<string> {
  const { config, world } = inside
  const data = valueAt(
    await must('attachments.create', { name: file.name, documentId, contentType: file.mediaType, size: file.bytes.byteLength }, inside),
    'data',
  )
  const put = textAt(data, 'mode') === 'put'
  const address = textAt(data, put ? 'url' : 'uploadUrl')
  const url = textAt(data, 'attachment', 'url')
  if (address === null || url === null)
    throw new BlamefreeError('outline/attachment', `Cannot publish ${file.name} to Outline: it gives no address for it.`, 'Check how Outline stores files.')
  const target = address.startsWith('/') ? config.url + address : address
  // The key goes to Outline alone, never to a store.
  const own = new URL(target).origin === new URL(config.url).origin ? { authorization: `Bearer ${config.token}` } : {}
  const fields = Object.entries(textsOf(valueAt(data, 'form'))).map(([name, content]) => ({
    headers: [`content-disposition: form-data; name="${formFileName(name)}"`],
    content,
  }))
  const part = {
    headers: [`content-disposition: form-data; name="file"; filename="${formFileName(file.name)}"`, `content-type: ${file.mediaType}`],
    content: file.bytes,
  }
  const form = put ? null : multipart('form-data', [...fields, part])
  const headers = form === null ? { ...lowerCase(valueAt(data, 'headers')), ...own } : { 'content-type': form.contentType, ...own }
  const reply = await sendPatiently({ method: put ? 'PUT' : 'POST', url: target, headers, body: form?.body ?? file.bytes, within: 120_000 }, world, {
    id: 'outline',
    title: 'Outline',
  })
  if (reply.status >= 300) throw failure(reply)
  return url
}

const lowerCase = (headers: unknown): Record<string, string> =>
  isRecord(headers) ? Object.fromEntries(Object.entries(textsOf(headers)).map(([name, value]) => [name.toLowerCase(), value])) : {}

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

/** The uuid of the collection, which a link does not hold. */
async function collectionId({ config, world }: Inside): Promise<string> {
  if (UUID.test(config.collection)) return config.collection
  return textAt(await must('collections.info', { id: config.collection }, { config, world }), 'data', 'id') ?? config.collection
}

async function parentId(parent: string, inside: Inside): Promise<string> {
  return UUID.test(parent) ? parent : (textAt(await must('documents.info', { id: parent }, inside), 'data', 'id') ?? parent)
}
