import type { WorldRequest } from '@blamefree/core'
import { wordPages } from '../docx/pages/word-pages.ts'

/** A request so that people can read it, and see in a difference what became another: JSON indented, a Word file as what it says, the page's own text where a file beside has it as a name. */
export function requestText({ method, url, headers = {}, body = '' }: WorldRequest, text: { readonly value: string; readonly isIn: string } | null): string {
  // The boundary is a hash of what is sent, and how a Word file is packed is its Node's affair.
  const head = [`${method} ${url.replaceAll('&', '\n  &')}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value.replace(BOUNDARY, '$1…')}`)]
  return `${head.join('\n')}\n\n${contentText(headers['content-type'] ?? '', Buffer.from(body), text)}\n`
}

const BOUNDARY = /(; boundary=[a-z]+-)[\da-f]+$/

function contentText(type: string, bytes: Buffer, text: Parameters<typeof requestText>[1]): string {
  const boundary = /^multipart\/.*boundary=(\S+)/.exec(type)?.[1]
  if (boundary !== undefined) return partsText(bytes, boundary, text)
  if (type.includes('wordprocessingml')) return wordText(bytes)
  const json: unknown = JSON.parse(bytes.toString())
  const isText = (value: unknown): boolean => value === text?.value || (typeof value === 'object' && JSON.stringify(value) === text?.value)
  return JSON.stringify(json, (_key, value: unknown) => (isText(value) ? `(the page's text, as in ${text?.isIn})` : value), 2)
}

/** Each part under its own headers. */
function partsText(bytes: Buffer, boundary: string, text: Parameters<typeof requestText>[1]): string {
  const parts = bytes.toString('latin1').split(`--${boundary}`).slice(1, -1)
  return parts
    .map((part) => {
      const [head = '', ...rest] = part.replace(/^\r\n/, '').split('\r\n\r\n')
      const content = Buffer.from(rest.join('\r\n\r\n').replace(/\r\n$/, ''), 'latin1')
      return `--\n${head}\n\n${contentText(/content-type: (.*)/i.exec(head)?.[1] ?? '', content, text)}`
    })
    .join('\n')
}

/** What a Word file says, read back from its parts. */
function wordText(bytes: Buffer): string {
  const { title, text, marker } = wordPages.read(new Uint8Array(bytes))
  return `(a Word file; its title: ${title}; its marker: ${marker}; what it says:)\n\n${text}`
}
