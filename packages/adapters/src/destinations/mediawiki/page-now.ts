import { instantAt, listAt, textAt, valueAt, type PageGone, type PageNow } from '@blamefree/core'
import { reasonOf } from './api-error.ts'
import { markerIn } from './edit.ts'
import type { ApiParameters } from './request-of.ts'

/** What is asked about a page. */
export const PAGE: ApiParameters = {
  prop: 'revisions|info',
  rvprop: 'ids|timestamp|user|content',
  rvslots: 'main',
  inprop: 'url',
  intestactions: 'read|edit',
  intestactionsdetail: 'full',
}

/** Why a page, as the wiki answers to being asked for it, cannot be used; null where it can. */
export function goneOf(page: unknown): PageGone | null {
  if (page === undefined || valueAt(page, 'missing') === true || valueAt(page, 'invalid') === true)
    return { gone: 'deleted', sentence: 'The page is not in the wiki any more.' }
  const denied = (action: string): ReturnType<typeof reasonOf> | null => {
    const [first] = listAt(page, 'actions', action)
    return first === undefined ? null : reasonOf({ code: textAt(first, 'code') ?? '', info: textAt(first, 'text') ?? textAt(first, 'html') ?? '' })
  }
  if (denied('read') !== null || valueAt(page, 'revisions', 0, 'texthidden') === true)
    return { gone: 'forbidden', sentence: 'The account that publishes may not read the page in the wiki. Let it read and edit the page, and publish again.' }
  if (valueAt(page, 'redirect') === true)
    return { gone: 'archived', sentence: `The page “${textAt(page, 'title') ?? ''}” only leads to another one now. Undo that in the wiki, or publish it anew.` }
  const unwritten = denied('edit')
  if (unwritten !== null) return { gone: 'locked', sentence: `The page cannot be edited in the wiki: ${unwritten.why}. ${unwritten.hint}` }
  return null
}

/** A page as it was read. `marker`: what it had before, in case somebody took the comment away that carries it. */
export function pageNow(page: unknown, marker: string | null): PageNow {
  const text = valueAt(page, 'revisions', 0, 'slots', 'main', 'content')
  const shown = typeof text === 'string' ? text : ''
  const title = textAt(page, 'title') ?? ''
  const mark = markerIn(shown) ?? marker
  return {
    ref: {
      id: textAt(page, 'pageid') ?? '',
      url: textAt(page, 'canonicalurl') ?? textAt(page, 'fullurl') ?? '',
      extra: { title, ...(mark === null ? {} : { marker: mark }) },
    },
    title,
    version: textAt(page, 'revisions', 0, 'revid') ?? textAt(page, 'lastrevid') ?? '',
    text: shown,
    marker: mark,
    changedBy: textAt(page, 'revisions', 0, 'user'),
    changedAt: instantAt(page, 'revisions', 0, 'timestamp'),
  }
}
