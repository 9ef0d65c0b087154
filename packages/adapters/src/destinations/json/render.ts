import { artifactName, exportedTree } from '@blamefree/core'
import type { Artifact, Document, RenderOptions } from '@blamefree/core'
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
  }
  return {
    name: `${options.name ?? artifactName(title)}.json`,
    mediaType: 'application/json',
    bytes: orderedJson(file),
    losses: [],
    problems: [],
  }
}
