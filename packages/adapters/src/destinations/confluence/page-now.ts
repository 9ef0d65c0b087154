import { instantAt, recordAt, textAt, valueAt, type PageNow } from '@blamefree/core'
import { markerIn } from './render.ts'

/** The property of a page in which we keep its marker. It is written last, so that a page without it was not made to its end. */
export const PROPERTY = 'blamefree'

/** What both editions say of a page, at the places where each of them has it. */
export interface PageParts {
  readonly json: unknown
  readonly property: unknown
  readonly labels: readonly string[]
  readonly base: string
  readonly where: string | null
  readonly changedBy: string | null
  readonly changedAt: readonly string[]
}

/** A page of ours as it was read. */
export function pageNow({ json, property, labels, base, where, changedBy, changedAt }: PageParts): PageNow {
  const body = valueAt(json, 'body', 'storage', 'value')
  const text = typeof body === 'string' ? body : ''
  const known = textAt(property, 'marker')
  const marker = known ?? markerIn(text)
  const webui = textAt(recordAt(json, '_links'), 'webui') ?? ''
  // A token with scopes asks at another address than people open.
  const site = textAt(json, '_links', 'base') ?? base
  const id = textAt(json, 'id') ?? ''
  return {
    ref: { id, url: webui === '' ? `${site}/pages/viewpage.action?pageId=${id}` : `${site}${webui}`, extra: { labels: labels.join(' ') } },
    title: textAt(json, 'title') ?? '',
    version: textAt(json, 'version', 'number') ?? '',
    text,
    marker,
    changedBy,
    changedAt: instantAt(json, ...changedAt),
    where,
    ...(known === null && marker !== null ? { unfinished: true } : {}),
  }
}
