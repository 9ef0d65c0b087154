import { imageFileName, numberedFootnotes, type Asset, type NumberedFootnote, type PageFile, type PageOptions } from '@blamefree/core'
import type { Root } from 'mdast'
import type { DokuWikiConfig } from './settings.ts'

/** What the parts of a page must know of the whole while they are written. */
export interface Page {
  readonly notes: ReadonlyMap<string, NumberedFootnote>
  /** Identifiers of footnotes that the text has shown so far. */
  readonly noted: Set<string>
  readonly files: Map<string, PageFile>
  readonly mentions: Readonly<Record<string, string>>
  readonly assets: Readonly<Record<string, Asset>>
  /** Where files lie, without colons around it; empty for the top. */
  readonly namespace: string
  lostImages: number
  /** How many headings and links had marks in them, of which the words are left. */
  plainLabels: number
  /** How many lists, tables and other blocks stand in lines, where DokuWiki has no place for them. */
  plainBlocks: number
}

/** What is known of a page before it is written. */
export function pageOf(tree: Root, { assets = {}, mentions = {} }: PageOptions, { namespace }: Pick<DokuWikiConfig, 'namespace'>): Page {
  return {
    notes: numberedFootnotes(tree),
    noted: new Set(),
    files: new Map(),
    mentions,
    assets,
    namespace,
    lostImages: 0,
    plainLabels: 0,
    plainBlocks: 0,
  }
}

/** The file of the wiki that an image becomes, named after its content so that it is sent once; null where there is none for it. */
export function fileOf(url: string, page: Page): PageFile | null {
  const asset = Object.hasOwn(page.assets, url) ? page.assets[url] : undefined
  if (asset === undefined) return null
  const file = { name: `blamefree-${imageFileName(url, asset)}`, mediaType: asset.mediaType, bytes: asset.bytes }
  page.files.set(file.name, file)
  return file
}
