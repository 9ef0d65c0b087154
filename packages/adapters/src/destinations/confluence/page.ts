import { IMAGE_ENDINGS, numberedFootnotes, shortHash, type Asset, type NumberedFootnote, type PageFile, type PageOptions } from '@blamefree/core'
import type { Root } from 'mdast'
import type { ConfluenceConfig } from './config.ts'

/** What the parts of a page must know of the whole while they are written. */
export interface Page {
  /** Footnotes in the order in which they are referred to, with their numbers from 1. */
  readonly notes: ReadonlyMap<string, NumberedFootnote>
  readonly files: Map<string, PageFile>
  readonly mentions: Readonly<Record<string, string>>
  readonly userAttribute: 'ri:account-id' | 'ri:userkey'
  readonly assets: Readonly<Record<string, Asset>>
  lostImages: number
}

/** What is known of a page before it is written. */
export function pageOf(tree: Root, { assets = {}, mentions = {} }: PageOptions, { edition }: Pick<ConfluenceConfig, 'edition'>): Page {
  const notes = numberedFootnotes(tree)
  const userAttribute = edition === 'cloud' ? 'ri:account-id' : 'ri:userkey'
  return { notes, files: new Map(), mentions, userAttribute, assets, lostImages: 0 }
}

/** The attachment that an image becomes, named after its content, so that it is sent once; null where there is no file for it. */
export function attachmentOf(url: string, page: Page): PageFile | null {
  const asset = Object.hasOwn(page.assets, url) ? page.assets[url] : undefined
  const ending = asset === undefined ? undefined : IMAGE_ENDINGS[asset.mediaType]
  if (asset === undefined || ending === undefined) return null
  let bytes = ''
  for (const byte of asset.bytes) bytes += String.fromCharCode(byte)
  const name = `blamefree-${shortHash(bytes)}${ending}`
  const file = { name, mediaType: asset.mediaType, bytes: asset.bytes }
  page.files.set(name, file)
  return file
}
