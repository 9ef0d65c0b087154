import { artifactName, exportedTree, shownImages } from '@blamefree/core'
import type { Artifact, Asset, Document, RenderOptions } from '@blamefree/core'
import { orderedJson } from './ordered-json.ts'

/** A document → the file that `openPostMortem` reads back: indented JSON whose keys always stand in one order, so that two versions can be compared line by line. */
export function renderJson(document: Document, options: RenderOptions = {}): Artifact {
  return jsonOf({ ...document, tree: exportedTree(document.tree, options) }, options)
}

/** The same for a document whose tree is exported already, with the same options. */
export function jsonOf(document: Document, options: RenderOptions): Artifact {
  const { schemaVersion, title, template, zone, language, tree } = document
  const file = {
    schemaVersion: 1,
    ...(options.audience === undefined ? {} : { audience: options.audience }),
    document: { schemaVersion, title, template, zone, language, tree },
    ...(options.incident === undefined ? {} : { incident: options.incident }),
    ...imagesOf(tree, options.assets ?? {}),
  }
  return {
    name: `${options.name ?? artifactName(title)}.json`,
    mediaType: 'application/json',
    bytes: orderedJson(file),
    losses: [],
    problems: [],
  }
}

/** The images that the document shows and that came with it, in base64, by their address. */
function imagesOf(tree: Document['tree'], assets: Readonly<Record<string, Asset>>): object {
  if (Object.keys(assets).length === 0) return {}
  const shown = shownImages(tree).flatMap((address) =>
    Object.hasOwn(assets, address) && assets[address] !== undefined ? [[address, assets[address]] as const] : [],
  )
  const images = shown.map(([address, { mediaType, bytes }]) => [address, { mediaType, base64: Buffer.from(bytes).toString('base64') }])
  return images.length === 0 ? {} : { images: Object.fromEntries(images) as unknown }
}
