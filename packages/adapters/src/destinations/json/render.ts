import { artifactName, exportedTree } from '@blamefree/core'
import type { Artifact, Document, RenderOptions } from '@blamefree/core'
import { orderedJson } from './ordered-json.ts'

/** A document → the file that `openPostMortem` reads back: indented JSON whose keys always stand in one order, so that two versions can be compared line by line. */
export function renderJson(document: Document, options: RenderOptions = {}): Artifact {
  const { schemaVersion, title, template, zone, language } = document
  const file = {
    schemaVersion: 1,
    ...(options.audience === undefined ? {} : { audience: options.audience }),
    document: { schemaVersion, title, template, zone, language, tree: exportedTree(document.tree, options) },
    ...(options.incident === undefined ? {} : { incident: options.incident }),
  }
  return {
    name: `${options.name ?? artifactName(title)}.json`,
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(`${orderedJson(file)}\n`),
    losses: [],
    problems: [],
  }
}
