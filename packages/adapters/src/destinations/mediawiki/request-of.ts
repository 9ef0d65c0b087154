import { decodeText, multipart, type MultipartPart, type WorldRequest } from '@blamefree/core'
import type { MediaWikiConfig } from './settings.ts'

/** What an action of the API is asked: plain parameters, and a file for an upload. */
export type ApiParameters = Readonly<Record<string, string>>

/** A call as it goes out, without what is secret: queries in the address, everything else as a form; in parts where there is a text, which is three times as long in the other kind. */
export function requestOf(parameters: ApiParameters, { api }: Pick<MediaWikiConfig, 'api'>): WorldRequest {
  const fields = { format: 'json', formatversion: '2', ...parameters }
  if (parameters['text'] !== undefined) {
    const { contentType, body } = multipart('form-data', fieldParts(fields))
    return { method: 'POST', url: api, headers: { 'content-type': contentType }, body: decodeText(body), within: 120_000 }
  }
  const query = new URLSearchParams(fields).toString()
  if (parameters['action'] === 'query') return { method: 'GET', url: `${api}?${query}`, within: 60_000 }
  return { method: 'POST', url: api, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: query, within: 120_000 }
}

/** Fields of a form, a part each. */
export const fieldParts = (fields: ApiParameters): MultipartPart[] =>
  Object.entries(fields).map(([name, content]) => ({ headers: [`content-disposition: form-data; name="${name}"`], content }))

/** How many names a query takes. */
const MOST_NAMES = 50

/** Names, or what has them, in as many parts as it takes queries. */
export const inQueries = <Named>(all: readonly Named[]): Named[][] =>
  Array.from({ length: Math.ceil(all.length / MOST_NAMES) }, (_, part) => all.slice(part * MOST_NAMES, (part + 1) * MOST_NAMES))
