import type { Root } from 'mdast'
import type { Configuration } from '../configuration.ts'
import type { Document } from '../document.ts'
import { NO_FACTS, type Incident } from '../incident.ts'
import { cleanText } from '../clean-text.ts'
import { normalise } from '../normalise.ts'
import { plainText } from '../plain-text.ts'
import type { Problem } from '../problem.ts'
import { newFilling, type Filling } from './filling.ts'
import { fillBlocks } from './fill-blocks.ts'
import { sayLeftToPeople } from './left-to-people.ts'
import { sealAll } from './seal.ts'
import type { Template } from './template.ts'

/**
 * A template and an incident → the document. The same two give the same document. Data enters the tree as nodes: nothing in it becomes structure. What is
 * missing is a placeholder in the document and a problem of weight `info`, and so is each section that is left for people.
 */
export function fill(
  template: Template,
  incident: Incident,
  configuration: Configuration,
): { readonly document: Document; readonly problems: readonly Problem[] } {
  const filling = newFilling(incident, configuration, { zone: template.zone })
  const tree = filledTree(template, filling)
  sayLeftToPeople(tree, filling)
  sealAll(tree.children)
  const title = cleanText(incident.title?.value ?? '').trim()
  return { document: documentOf(template, tree, filling.zone, title === '' ? 'Untitled incident' : title), problems: filling.problems }
}

/**
 * A template without an incident: every section with its guidance and legible placeholders, to be filled in by hand. Its live blocks are ordinary
 * tables and lists.
 */
export function blankDocument(template: Template, configuration: Configuration): Document {
  const filling = newFilling(NO_INCIDENT, configuration, { zone: template.zone, blank: true })
  const tree = filledTree(template, filling)
  const children = tree.children.flatMap((node) =>
    node.type === 'containerDirective' && node.name !== 'guidance' && node.name !== 'callout' ? node.children : [node],
  )
  return documentOf(template, normalise({ type: 'root', children }), filling.zone, template.title)
}

const NO_INCIDENT: Incident = {
  ...NO_FACTS,
  schemaVersion: 1,
  id: 'blank',
  zone: { value: 'UTC', origin: { source: 'blamefree', ref: 'blank', url: null, label: 'No incident' }, basis: 'inferred', rule: 'blank', evidence: [] },
}

function filledTree(template: Template, filling: Filling): Root {
  return normalise({ type: 'root', children: fillBlocks(template.tree.children, { template, filling, scope: new Map() }) })
}

/** A first heading of the template's is the document's title, which every destination shows in its own way, and so not part of the tree. */
function documentOf({ id, version, language }: Template, tree: Root, zone: string, title: string): Document {
  const [first, ...rest] = tree.children
  const titled = first?.type === 'heading' && first.depth === 1
  const heading = titled ? plainText(first) : ''
  return {
    schemaVersion: 1,
    title: heading === '' ? title : heading,
    template: `${id}@${version}`,
    zone,
    language,
    tree: titled ? { type: 'root', children: rest } : tree,
  }
}
