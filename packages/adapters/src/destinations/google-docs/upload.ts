import { BlamefreeError, multipart, type PageBody, type Reply, type WordPages, type World, type WorldRequest } from '@blamefree/core'
import { call, driveUrl } from './call.ts'
import { FIELDS, metadata } from './drive-file.ts'
import { sendPieces } from './send-pieces.ts'
import type { GoogleConfig } from './settings.ts'

/** How files are sent, in bytes. */
export interface UploadSizes {
  /** The largest file in one request. */
  readonly atOnce: number
  /** A piece of a larger one: Google takes multiples of 256 KiB. */
  readonly piece: number
}

/** What Google says of uploads in one request, and pieces that are sent again quickly where one is lost. */
export const SIZES: UploadSizes = { atOnce: 5 * 1024 ** 2, piece: 4 * 1024 ** 2 }

/** The largest document in bytes: Google gives no copy of a larger one, and we could not see what people change in it. */
export const LARGEST_DOCUMENT = 10 * 1024 ** 2

const DOCUMENT = 'application/vnd.google-apps.document'

/** What a document says, and where it goes: to a new one, or (`id`) in the place of what a document says. Its address, sharing and comments stay. */
export interface Upload {
  readonly body: PageBody
  readonly word: WordPages
  readonly id: string | null
  readonly marker: string | null
  /** The file over there, where our text shows pictures that only it has. */
  readonly before: Uint8Array | null
  readonly sizes: UploadSizes
}

/** Sends a document: in one request, or a large one piece by piece. The answer is Drive's JSON, or that of the request that failed. Throws `google-docs/too-large`. */
export async function upload(what: Upload, config: GoogleConfig, world: World): Promise<Reply> {
  const file = fileOf(what)
  const start = (): Promise<Reply> => call(requestOf(file, what, config), config, world)
  return file.byteLength <= what.sizes.atOnce ? start() : sendPieces(file, what.sizes.piece, { start, world })
}

/** The request that sends a document, or that begins to. Throws `google-docs/too-large`. */
export const uploadRequest = (what: Upload, config: GoogleConfig): WorldRequest => requestOf(fileOf(what), what, config)

function fileOf({ body, word, marker, before }: Upload): Uint8Array {
  const file = word.write(body, marker ?? '', before)
  if (file.byteLength > LARGEST_DOCUMENT)
    throw new BlamefreeError(
      'google-docs/too-large',
      `Cannot publish to Google Docs: the document has ${Math.ceil(file.byteLength / 1024 ** 2)} MB, and Google gives back no more than 10 MB.`,
      'Make its pictures smaller.',
    )
  return file
}

function requestOf(file: Uint8Array, { body, word, id, marker, sizes }: Upload, config: GoogleConfig): WorldRequest {
  const parents = id === null && config.folder !== null ? { parents: [config.folder] } : {}
  const described = JSON.stringify({ ...metadata(body.title, marker), ...(id === null ? { mimeType: DOCUMENT, ...parents } : {}) })
  const [method, path] = id === null ? (['POST', 'files'] as const) : (['PATCH', `files/${encodeURIComponent(id)}`] as const)
  const url = (uploadType: string): string => driveUrl(path, { uploadType, fields: FIELDS }, true)
  const json = 'application/json; charset=UTF-8'
  if (file.byteLength > sizes.atOnce)
    return {
      method,
      url: url('resumable'),
      headers: { 'content-type': json, 'x-upload-content-type': word.mediaType, 'x-upload-content-length': String(file.byteLength) },
      body: described,
    }
  const { contentType, body: bytes } = multipart('related', [
    { headers: [`content-type: ${json}`], content: described },
    { headers: [`content-type: ${word.mediaType}`], content: file },
  ])
  return { method, url: url('multipart'), headers: { 'content-type': contentType }, body: bytes, within: 120_000 }
}
