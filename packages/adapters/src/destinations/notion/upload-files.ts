import { formFileName, multipart, textAt, type PageFile, type World } from '@blamefree/core'
import { must } from './ask.ts'
import type { NotionConfig } from './settings.ts'

/** What was uploaded: ids of Notion's by the names of the files. */
export type Uploads = ReadonlyMap<string, string>

/** Uploads those of a page's files that are named: two requests for each. */
export async function uploadFiles(files: readonly PageFile[], names: ReadonlySet<string>, config: NotionConfig, world: World): Promise<Uploads> {
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
