import { numberedFootnotes, type NumberedFootnote, type RenderOptions } from '@blamefree/core'
import type { Heading, Root } from 'mdast'
import { headingsOf, type PageHeading } from './headings.ts'

/** What the parts of a page must know of the whole while they are written. */
export interface Page {
  readonly headings: ReadonlyMap<Heading, PageHeading>
  /** Footnotes in the order in which they are first referred to, with their numbers from 1. */
  readonly notes: ReadonlyMap<string, NumberedFootnote>
  /** How often a footnote has been referred to so far. */
  readonly referred: Map<string, number>
  /** Where an event's record opens, by the event's id. */
  readonly records: ReadonlyMap<string, string>
  readonly assets: NonNullable<RenderOptions['assets']>
  /** Images that no file came for. */
  lostImages: number
  tables: number
}

/** What is known of a page before it is written. */
export function pageOf(tree: Root, { assets = {}, incident }: RenderOptions): Page {
  const notes = numberedFootnotes(tree)
  const records = new Map<string, string>()
  for (const { id, origin } of incident?.events ?? []) if (origin.url !== null) records.set(id, origin.url)
  return { headings: headingsOf(tree), notes, referred: new Map(), records, assets, lostImages: 0, tables: 0 }
}
