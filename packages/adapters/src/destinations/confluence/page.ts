import { shortHash, type Asset, type PageFile, type PageOptions } from '@blamefree/core'
import type { FootnoteDefinition, Nodes, Root } from 'mdast'
import type { ConfluenceConfig } from './config.ts'

/** What the parts of a page must know of the whole while they are written. */
export interface Page {
  /** Footnotes in the order in which they are referred to, with their numbers from 1. */
  readonly notes: ReadonlyMap<string, { readonly number: number; readonly definition: FootnoteDefinition }>
  readonly files: Map<string, PageFile>
  readonly mentions: Readonly<Record<string, string>>
  readonly userAttribute: 'ri:account-id' | 'ri:userkey'
  readonly assets: Readonly<Record<string, Asset>>
  lostImages: number
}

/** What is known of a page before it is written. */
export function pageOf(tree: Root, { assets = {}, mentions = {} }: PageOptions, { edition }: Pick<ConfluenceConfig, 'edition'>): Page {
  const definitions = new Map<string, FootnoteDefinition>()
  for (const child of tree.children) if (child.type === 'footnoteDefinition') definitions.set(child.identifier, child)
  const order = new Set<string>()
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteReference') order.add(node.identifier)
    else if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  for (const identifier of definitions.keys()) order.add(identifier)
  const notes = new Map<string, { number: number; definition: FootnoteDefinition }>()
  for (const identifier of order) {
    const definition = definitions.get(identifier)
    if (definition !== undefined) notes.set(identifier, { number: notes.size + 1, definition })
  }
  const userAttribute = edition === 'cloud' ? 'ri:account-id' : 'ri:userkey'
  return { notes, files: new Map(), mentions, userAttribute, assets, lostImages: 0 }
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
  'image/avif': 'avif',
}

/** The attachment that an image becomes, named after its content, so that it is sent once; null where there is no file for it. */
export function attachmentOf(url: string, page: Page): PageFile | null {
  const asset = Object.hasOwn(page.assets, url) ? page.assets[url] : undefined
  const ending = asset === undefined ? undefined : ENDINGS[asset.mediaType]
  if (asset === undefined || ending === undefined) return null
  let bytes = ''
  for (const byte of asset.bytes) bytes += String.fromCharCode(byte)
  const name = `blamefree-${shortHash(bytes)}.${ending}`
  const file = { name, mediaType: asset.mediaType, bytes: asset.bytes }
  page.files.set(name, file)
  return file
}
