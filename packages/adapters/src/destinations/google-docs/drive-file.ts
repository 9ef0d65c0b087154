import { instantAt, shortHash, textAt, type PageNow } from '@blamefree/core'

/** The fields of a file that we look at. */
export const FIELDS = 'id,name,version,webViewLink,modifiedTime,lastModifyingUser(displayName),trashed,appProperties'

/** The properties of ours on a file: the marker, and the sum of the title that we gave it. No other app sees them. */
export const MARKER = 'blamefree'
const TITLE = 'blamefreeTitle'

/** A property holds 124 bytes with its name. */
export function markerValue(marker: string): string {
  return /^[\w:.-]{1,100}$/.test(marker) ? marker : shortHash(marker)
}

/** What is told of a file besides its text. */
export function metadata(title: string, marker: string | null): Record<string, unknown> {
  return { name: title, appProperties: { [TITLE]: shortHash(title), ...(marker === null ? {} : { [MARKER]: markerValue(marker) }) } }
}

/** A file as Drive tells it, with its text → a page; null where the answer is no file. People rename the file, or write another title at its top: what differs from ours counts. */
export function pageOf(json: unknown, { title, text }: { readonly title: string | null; readonly text: string }): PageNow | null {
  const id = textAt(json, 'id')
  const version = textAt(json, 'version')
  if (id === null || version === null) return null
  const name = textAt(json, 'name') ?? ''
  const given = textAt(json, 'appProperties', TITLE)
  return {
    ref: { id, url: textAt(json, 'webViewLink') ?? `https://docs.google.com/document/d/${encodeURIComponent(id)}/edit` },
    title: title !== null && title !== '' && shortHash(name) === given && shortHash(title) !== given ? title : name,
    version,
    text,
    marker: textAt(json, 'appProperties', MARKER),
    changedBy: textAt(json, 'lastModifyingUser', 'displayName'),
    changedAt: instantAt(json, 'modifiedTime'),
  }
}
