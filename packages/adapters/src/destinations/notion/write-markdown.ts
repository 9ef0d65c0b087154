import { BlamefreeError, textAt, type PageBody, type World } from '@blamefree/core'
import { MARKDOWN_VERSION, must, type Call } from './ask.ts'
import { editsBetween, type Edit } from './edits.ts'
import { fileNames, withUploads } from './images.ts'
import { GOES_ON, withMark } from './mark.ts'
import { createCall, type NewPage } from './page-call.ts'
import { portions } from './plan-writing.ts'
import { readPage, type NotionPage } from './read-page.ts'
import type { NotionConfig } from './settings.ts'
import { uploadFiles, type Uploads } from './upload-files.ts'

/**
 * Makes a page by the Markdown endpoints: a request for each portion of the text, and two for each image. Gives the page as Notion answered it and, where the text came
 * in several portions, the last answer, which has the whole.
 */
export async function createMarkdown(
  body: PageBody,
  page: NewPage,
  { config, world }: Inside,
): Promise<{ readonly page: unknown; readonly markdown: unknown }> {
  const parts = portions(body.text)
  const uploads = await uploadFiles(body.files, fileNames(body.text), config, world)
  const text = portion(parts, 0, { marker: page.marker, uploads })
  const made = await must(createCall(page, { markdown: text, markdown_version: MARKDOWN_VERSION }), config, world)
  return { page: made, markdown: await goOn(textAt(made, 'id') ?? '', parts, { uploads, config, world }) }
}

/** Writes a text over a page: only the passages that changed where that is possible, else all of it. The answer with the new text; null where nothing had to be written. */
export async function writeMarkdown(body: PageBody, now: NotionPage, inside: Inside): Promise<unknown> {
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
  const uploads = await uploadFiles(body.files, fileNames(edits.map(({ new_str }) => new_str).join('\n')), config, world)
  const content_updates = edits.map(({ old_str, new_str }) => ({ old_str, new_str: resolved(new_str, uploads) }))
  return await must(patchCall(id, { type: 'update_content', update_content: { content_updates } }), config, world)
}

async function replaceText(body: PageBody, now: NotionPage, { config, world }: Inside): Promise<unknown> {
  const parts = portions(body.text)
  const uploads = await uploadFiles(body.files, fileNames(body.text), config, world)
  const first = portion(parts, 0, { marker: now.marker, uploads })
  const markdown = await must(patchCall(now.ref.id, { type: 'replace_content', replace_content: { new_str: first } }), config, world)
  return (await goOn(now.ref.id, parts, { uploads, config, world })) ?? markdown
}

/** The request that changes a page's text. */
export function patchCall(id: string, change: Readonly<Record<string, unknown>>): Call {
  return { method: 'PATCH', path: `/pages/${id}/markdown`, json: { ...change, markdown_version: MARKDOWN_VERSION } }
}

interface Inside {
  readonly config: NotionConfig
  readonly world: World
}

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
