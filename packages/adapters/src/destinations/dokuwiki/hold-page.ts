import { BlamefreeError } from '@blamefree/core'
import { TOO_LARGE_HINT } from './api-error.ts'

/** The largest page that we send, in bytes. DokuWiki has no limit, and takes seconds to show larger ones. */
export const PAGE_LIMIT = 2048 * 1024

/** Throws for a page that is too large, before anything is sent. */
export function holdPage(raw: string): void {
  const size = new TextEncoder().encode(raw).byteLength
  if (size <= PAGE_LIMIT) return
  throw new BlamefreeError(
    'dokuwiki/too-large',
    `Cannot publish to DokuWiki: the page would have ${grouped(size)} bytes, and the most is ${grouped(PAGE_LIMIT)}.`,
    TOO_LARGE_HINT,
  )
}

const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
