import { imageFileName, numberedFootnotes, type Asset, type NumberedFootnote, type PageFile, type PageOptions } from '@blamefree/core'
import type { Root } from 'mdast'
import type { MediaWikiConfig } from './settings.ts'

/** What the parts of a page must know of the whole while they are written. */
export interface Page {
  /** Footnotes in the order in which they are referred to, with their numbers from 1. */
  readonly notes: ReadonlyMap<string, NumberedFootnote>
  /** Identifiers of footnotes that the text has referred to so far. */
  readonly noted: Set<string>
  readonly files: Map<string, PageFile>
  readonly mentions: Readonly<Record<string, string>>
  readonly assets: Readonly<Record<string, Asset>>
  readonly extensions: Pick<MediaWikiConfig, 'cite' | 'syntaxHighlight'>
  lostImages: number
}

/** What is known of a page before it is written. */
export function pageOf(tree: Root, { assets = {}, mentions = {} }: PageOptions, extensions: Page['extensions']): Page {
  return { notes: numberedFootnotes(tree), noted: new Set(), files: new Map(), mentions, assets, extensions, lostImages: 0 }
}

/** The file of the wiki that an image becomes, named after its content so that it is sent once; null where there is none for it. */
export function fileOf(url: string, page: Page): PageFile | null {
  const asset = Object.hasOwn(page.assets, url) ? page.assets[url] : undefined
  if (asset === undefined) return null
  // A wiki begins the names of its files with a capital.
  const name = `Blamefree-${imageFileName(url, asset)}`
  const file = { name, mediaType: asset.mediaType, bytes: asset.bytes }
  page.files.set(name, file)
  return file
}
