import { BlamefreeError, formFileName, multipart, textAt, type PageBody, type PageFile, type PageNow, type World } from '@blamefree/core'
import { ask, MARKDOWN_VERSION, must, type Call } from './ask.ts'
import { editsBetween, type Edit } from './edits.ts'
import { dataSourceOf } from './find-page.ts'
import { fileNames, withUploads } from './images.ts'
import { withMark } from './mark.ts'
import { GOES_ON, portions } from './plan-writing.ts'
import { pageOf, readPage, type NotionPage } from './read-page.ts'
import type { NotionConfig } from './settings.ts'

/** Makes a page with its mark: a request for each portion of the text, two for each image, and one to read it. */
export async function createPage(body: PageBody, marker: string, config: NotionConfig, world: World): Promise<PageNow> {
  const parts = portions(body.text)
  const uploads = await upload(body.files, fileNames(body.text), { config, world })
  const parent = config.parent.kind === 'page' ? { page_id: config.parent.id } : { data_source_id: await dataSourceOf(config, world) }
  const page = await must(
    createCall(body.title, { parent, marker, property: config.property, markdown: portion(parts, 0, { marker, uploads }) }),
    config,
    world,
  )
  const id = textAt(page, 'id') ?? ''
  const last = await goOn(id, parts, { uploads, config, world })
  const markdown = last ?? (await must({ method: 'GET', path: `/pages/${id}/markdown?markdown_version=${MARKDOWN_VERSION}` }, config, world))
  return pageOf(last === null ? page : await must({ method: 'GET', path: `/pages/${id}` }, config, world), markdown)
}

/** Writes over a page: only the passages that changed where that is possible, else all of it. Reads it first, because Notion has no lock: `stale` when it is not what it was. */
export async function writePage(body: PageBody, page: PageNow, config: NotionConfig, world: World): Promise<PageNow | 'stale'> {
  const now = await readPage(page.ref, config, world)
  if (!('text' in now) || now.version !== page.version) return 'stale'
  const text = await writeText(body, now, { config, world })
  if (text === 'stale') return 'stale'
  if (body.title !== now.title) {
    const json = { properties: { title: { title: [{ text: { content: body.title } }] } } }
    await must({ method: 'PATCH', path: `/pages/${page.ref.id}`, json }, config, world)
  } else if (text === null) return now
  const after = text === null ? null : await ask({ method: 'GET', path: `/pages/${page.ref.id}` }, config, world)
  return after === null ? await mustRead(page, config, world) : pageOf(after, text)
}

/** The answer with the new text; null where nothing had to be written. */
async function writeText(body: PageBody, now: NotionPage, inside: Inside): Promise<unknown> {
  const edits = now.unfinished === true ? null : editsBetween(now.text, body.text)
  if (edits?.length === 0) return null
  if (edits !== null) {
    try {
      return await writeEdits(body, { id: now.ref.id, edits }, inside)
    } catch (error) {
      if (!(error instanceof BlamefreeError) || error.code !== 'notion/refused') throw error
      // A passage is not there as it was: somebody was quicker, or Notion spells it otherwise than it showed us.
      const again = await readPage(now.ref, inside.config, inside.world)
      if (!('text' in again) || again.version !== now.version) return 'stale'
    }
  }
  return await replaceText(body, now, inside)
}

async function writeEdits(
  body: PageBody,
  { id, edits }: { readonly id: string; readonly edits: readonly Edit[] },
  { config, world }: Inside,
): Promise<unknown> {
  const uploads = await upload(body.files, fileNames(edits.map(({ new_str }) => new_str).join('\n')), { config, world })
  const content_updates = edits.map(({ old_str, new_str }) => ({ old_str, new_str: resolved(new_str, uploads) }))
  return await must(patchCall(id, { type: 'update_content', update_content: { content_updates } }), config, world)
}

async function replaceText(body: PageBody, now: NotionPage, { config, world }: Inside): Promise<unknown> {
  if (now.unseen) throw unseen()
  const parts = portions(body.text)
  const uploads = await upload(body.files, fileNames(body.text), { config, world })
  const first = portion(parts, 0, { marker: now.marker, uploads })
  const markdown = await must(patchCall(now.ref.id, { type: 'replace_content', replace_content: { new_str: first } }), config, world)
  return (await goOn(now.ref.id, parts, { uploads, config, world })) ?? markdown
}

/** The request that makes a page. */
export function createCall(
  title: string,
  {
    parent,
    marker,
    property,
    markdown,
  }: { readonly parent: Readonly<Record<string, string>>; readonly marker: string; readonly property: string | null; readonly markdown: string },
): Call {
  const properties = {
    title: { title: [{ text: { content: title } }] },
    ...(property === null ? {} : { [property]: { rich_text: [{ text: { content: marker } }] } }),
  }
  return { method: 'POST', path: '/pages', json: { parent, properties, markdown, markdown_version: MARKDOWN_VERSION } }
}

/** The request that changes a page's text. */
export function patchCall(id: string, change: Readonly<Record<string, unknown>>): Call {
  return { method: 'PATCH', path: `/pages/${id}/markdown`, json: { ...change, markdown_version: MARKDOWN_VERSION } }
}

interface Inside {
  readonly config: NotionConfig
  readonly world: World
}

type Uploads = ReadonlyMap<string, string>

/** The first request's text: the portion, what says that more comes, and the mark, which is there from the beginning. */
function portion(parts: readonly string[], index: number, { marker, uploads }: { readonly marker: string | null; readonly uploads: Uploads }): string {
  const text = resolved(parts[index] ?? '', uploads) + (index < parts.length - 1 ? `\n${GOES_ON}` : '')
  return marker === null ? text : withMark(text, marker)
}

/** Each further portion takes the place of the line that says that more comes. The last answer, which has the whole text; null where there was only one. */
async function goOn(id: string, parts: readonly string[], { uploads, config, world }: Inside & { readonly uploads: Uploads }): Promise<unknown> {
  let markdown: unknown = null
  for (let index = 1; index < parts.length; index++) {
    const new_str = resolved(parts[index] ?? '', uploads) + (index < parts.length - 1 ? `\n${GOES_ON}` : '')
    markdown = await must(patchCall(id, { type: 'update_content', update_content: { content_updates: [{ old_str: GOES_ON, new_str }] } }), config, world)
  }
  return markdown
}

const resolved = (text: string, uploads: Uploads): string => withUploads(text, (name) => uploads.get(name) ?? null)

async function upload(files: readonly PageFile[], names: ReadonlySet<string>, { config, world }: Inside): Promise<Uploads> {
  const found = new Map<string, string>()
  for (const file of files) {
    if (!names.has(file.name)) continue
    const made = await must(
      { method: 'POST', path: '/file_uploads', json: { mode: 'single_part', filename: file.name, content_type: file.mediaType } },
      config,
      world,
    )
    const id = textAt(made, 'id') ?? ''
    const headers = [`content-disposition: form-data; name="file"; filename="${formFileName(file.name)}"`, `content-type: ${file.mediaType}`]
    await must({ method: 'POST', path: `/file_uploads/${id}/send`, form: multipart('form-data', [{ headers, content: file.bytes }]) }, config, world)
    found.set(file.name, id)
  }
  return found
}

async function mustRead(page: PageNow, config: NotionConfig, world: World): Promise<PageNow> {
  const now = await readPage(page.ref, config, world)
  if ('text' in now) return now
  throw new BlamefreeError('notion/gone', `Cannot read the page after writing it: ${now.sentence}`, 'Look at the page in Notion, then publish again.')
}

function unseen(): BlamefreeError {
  return new BlamefreeError(
    'notion/unseen',
    'Cannot write over the page at Notion: it has blocks that are not shown to our connection, and they would be lost.',
    'Share these blocks (linked databases, synced blocks) with the connection, or move them to another page.',
  )
}
