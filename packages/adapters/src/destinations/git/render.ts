import { exportedTree, footerInline, imageFileName, printMarkdown } from '@blamefree/core'
import type { Artifact, Asset, Document, PageBody, PageFile, PageOptions, RenderOptions } from '@blamefree/core'
import type { Nodes, Root } from 'mdast'
import { refuseLarge } from './refuse-large.ts'

/** How a document with an exported tree becomes a file, for each of the files that lie in the repository. The registry gives them: they are other destinations' hearts. */
export interface FileWriters {
  readonly markdown: (document: Document, options: RenderOptions) => Artifact
  readonly json: (document: Document, options: RenderOptions) => Artifact
}

/** The name under which the document as data travels; in the repository it has the page's own name. */
export const DATA = 'incident.json'

/** A document as the Markdown of a repository, with the images and the data that lie beside it. */
export function renderPage(document: Document, options: PageOptions, writers: FileWriters): PageBody {
  const images = new Map<string, PageFile>()
  const { footer, incident, audience, evidence = false } = options
  const exported: Document = { ...document, tree: exportedTree(document.tree, { evidence }) }
  const shown: Document = { ...exported, tree: withFiles(exported.tree, options.assets ?? {}, images) }
  const settings: RenderOptions = { evidence, ...(incident === undefined ? {} : { incident }), ...(audience === undefined ? {} : { audience }) }
  const page = writers.markdown(shown, settings)
  const data = writers.json(exported, settings)
  const ending =
    footer === null
      ? ''
      : `\n${printMarkdown({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'emphasis', children: footerInline(footer) }] }] })}`
  const text = new TextDecoder().decode(page.bytes) + ending
  const files = [...images.values(), { name: DATA, mediaType: 'application/json', bytes: data.bytes }]
  refuseLarge(document.title, [{ name: 'its text', size: text.length }, ...files.map(({ name, bytes }) => ({ name, size: bytes.byteLength }))])
  const losses = page.losses.filter(({ construct }) => construct !== 'image')
  return { title: document.title.toWellFormed().replace(/\s+/g, ' ').trim(), text, files, labels: [], losses, problems: page.problems }
}

/** The tree with its images named by the files that travel along. A name says what is in the file, so that two pages may share a folder. */
function withFiles(tree: Root, assets: Readonly<Record<string, Asset>>, files: Map<string, PageFile>): Root {
  if (Object.keys(assets).length === 0) return tree
  const copy = (node: Nodes): Nodes => {
    const asset = node.type === 'image' && Object.hasOwn(assets, node.url) ? assets[node.url] : undefined
    if (node.type === 'image' && asset !== undefined) return { ...node, url: nameOf(node.url, asset, files) }
    return 'children' in node ? ({ ...node, children: node.children.map(copy) } as Nodes) : node
  }
  return copy(tree) as Root
}

function nameOf(address: string, asset: Asset, files: Map<string, PageFile>): string {
  const known = files.get(address)
  if (known !== undefined) return known.name
  const name = `images/${imageFileName(address, asset)}`
  files.set(address, { name, ...asset })
  return name
}
