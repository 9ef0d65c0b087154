import { BlamefreeError, multipart, type PageBody, type WordPages, type WorldRequest } from '@blamefree/core'
import { driveUrl } from './call.ts'
import { FIELDS, metadata } from './drive-file.ts'
import type { GoogleConfig } from './settings.ts'

/** The largest file in one request of this kind, in bytes. */
export const LARGEST_UPLOAD = 5 * 1024 ** 2

const DOCUMENT = 'application/vnd.google-apps.document'

/** The request that makes a document of a Word file, or (`id`) puts it in the place of what a document says: its address, sharing and comments stay. Throws `google-docs/too-large`. */
export function uploadRequest(
  body: PageBody,
  word: WordPages,
  to: { readonly id: string | null; readonly marker: string | null; readonly before: Uint8Array | null; readonly config: GoogleConfig },
): WorldRequest {
  const { id, marker, before, config } = to
  const file = word.write(body, marker ?? '', before)
  if (file.byteLength > LARGEST_UPLOAD)
    throw new BlamefreeError(
      'google-docs/too-large',
      `Cannot publish to Google Docs: the document has ${Math.ceil(file.byteLength / 1024 ** 2)} MB, and Google takes 5 MB.`,
      'Make its pictures smaller.',
    )
  const parents = id === null && config.folder !== null ? { parents: [config.folder] } : {}
  const { contentType, body: bytes } = multipart('related', [
    {
      headers: ['content-type: application/json; charset=UTF-8'],
      content: JSON.stringify({ ...metadata(body.title, marker), ...(id === null ? { mimeType: DOCUMENT, ...parents } : {}) }),
    },
    { headers: [`content-type: ${word.mediaType}`], content: file },
  ])
  return {
    method: id === null ? 'POST' : 'PATCH',
    url: driveUrl(id === null ? 'files' : `files/${encodeURIComponent(id)}`, { uploadType: 'multipart', fields: FIELDS }, true),
    headers: { 'content-type': contentType },
    body: bytes,
    within: 120_000,
  }
}
