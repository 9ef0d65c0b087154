import { instantAt, shortHash, textAt, type PageNow } from '@blamefree/core'
import { markerIn } from './marker.ts'
import type { DokuWikiConfig } from './settings.ts'
import { splitTitle } from './title.ts'

/** A page as the wiki has it. */
export interface KeptPage {
  readonly id: string
  readonly raw: string
  /** When it was saved last, in seconds; the wiki's number of the revision. */
  readonly revision: string
  /** What the wiki says of the one who saved it. */
  readonly info: unknown
}

/** A page as it was read. `marker`: what it had before, in case somebody took the end away that carries it. */
export function pageNow({ id, raw, revision, info }: KeptPage, marker: string | null, { base }: DokuWikiConfig): PageNow {
  const { title, text } = splitTitle(raw)
  const mark = markerIn(text) ?? marker
  const at = id.lastIndexOf(':')
  return {
    ref: { id, url: urlOf(id, base), ...(mark === null ? {} : { extra: { marker: mark } }) },
    title: title ?? nameOf(id),
    version: versionOf(revision, raw),
    text,
    marker: mark,
    changedBy: textAt(info, 'author') ?? textAt(info, 'user'),
    changedAt: instantAt(info, 'lastModified') ?? instantAt(info, 'modified'),
    where: at < 0 ? 'the top of the wiki' : `namespace ${id.slice(0, at)}`,
  }
}

/** What a page without a title of its own is called: the last part of its id, as the wiki shows it. */
export const nameOf = (id: string): string => id.slice(id.lastIndexOf(':') + 1)

/** The address of a page, which is right whatever the wiki makes of addresses. */
export const urlOf = (id: string, base: string): string => `${base}doku.php?id=${id.split(':').map(encodeURIComponent).join(':')}`

/** A revision is a second, in which two may save: so the text counts as well. */
const versionOf = (revision: string, raw: string): string => `${revision}-${textSum(raw)}`

/** A sum of a page's text. */
export const textSum = (raw: string): string => shortHash(raw.replace(/\r\n?/g, '\n')).slice(0, 20)

/** The revision and the sum in a version. */
export function versionParts(version: string): { readonly revision: string; readonly sum: string } {
  const [revision = '', sum = ''] = version.split('-')
  return { revision, sum }
}
