import { byteText } from '../decode-text.ts'
import { joinBytes } from '../join-bytes.ts'
import { shortHash } from '../short-hash.ts'

/** What every JavaScript has, and the language's own library does not declare. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

/** One part of a multipart body. */
export interface MultipartPart {
  /** `content-type: application/json`, without line endings. */
  readonly headers: readonly string[]
  readonly content: string | Uint8Array
}

/** Parts as one body (RFC 2046 5.1.1) of `multipart/<subtype>`. The same parts give the same bytes; the boundary occurs in none of them. */
export function multipart(subtype: 'related' | 'form-data', parts: readonly MultipartPart[]): { readonly contentType: string; readonly body: Uint8Array } {
  const encoder = new TextEncoder()
  const contents = parts.map(({ content }) => (typeof content === 'string' ? encoder.encode(content) : content))
  const boundary = freeBoundary(contents)
  const pieces = parts.flatMap(({ headers }, index) => [
    encoder.encode(`--${boundary}\r\n${headers.map((header) => `${header.replace(/[\r\n]+/g, ' ')}\r\n`).join('')}\r\n`),
    contents[index] ?? new Uint8Array(),
    encoder.encode('\r\n'),
  ])
  return { contentType: `multipart/${subtype}; boundary=${boundary}`, body: joinBytes([...pieces, encoder.encode(`--${boundary}--\r\n`)]) }
}

/** A file's name as a form's header may hold it (RFC 7578, as browsers write it). */
export function formFileName(name: string): string {
  return name
    .toWellFormed()
    .replace(/"/g, '%22')
    .replace(/[\r\n]/g, ' ')
}

function freeBoundary(contents: readonly Uint8Array[]): string {
  const texts = contents.map(byteText)
  for (let count = 0; ; count++) {
    const boundary = `blamefree-${shortHash(`${count} ${texts.map(({ length }) => length).join(' ')}`)}`
    if (!texts.some((text) => text.includes(boundary))) return boundary
  }
}
