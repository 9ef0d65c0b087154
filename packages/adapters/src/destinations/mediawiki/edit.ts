import type { PageBody, PageNow } from '@blamefree/core'
import type { ApiParameters } from './request-of.ts'

/**
 * The edit that writes a text: to a new page, or over the one at `page` if nobody changed it since. Only `baserevid` says since when: with `basetimestamp` MediaWiki
 * lets an account write over changes of its own. A deleted page keeps its id to itself, so no `starttimestamp` is needed.
 */
export function editOf({ title, text }: Pick<PageBody, 'title' | 'text'>, page: PageNow | null, marker: string | null): ApiParameters {
  const mark = marker === null ? '' : ` (${marker})`
  const place: ApiParameters = page === null ? { title, createonly: '1' } : { pageid: page.ref.id, nocreate: '1', baserevid: page.version }
  return { action: 'edit', ...place, summary: `Post-mortem ${page === null ? 'made' : 'brought up to date'} by Blamefree${mark}`, bot: '1', text }
}

/** The text with our marker in a comment at its end, which nobody sees. */
export function withMarker(text: string, marker: string): string {
  const comment = `<!-- blamefree:${encodeURIComponent(marker).replace(/-(?=-)/g, '%2D')} -->`
  return text.includes(comment) ? text : `${text}${text === '' ? '' : '\n'}${comment}`
}

/** The marker that a text has; null where it has none. */
export function markerIn(text: string): string | null {
  const found = [...text.matchAll(/<!-- blamefree:([\w%.!~*'()-]+) -->/g)].at(-1)?.[1]
  return found === undefined || !/^(?:[^%]|%[0-9A-F]{2})*$/.test(found) ? null : decodeURIComponent(found)
}
