import { artifactName, exportedTree, lossesOf, printInline } from '@blamefree/core'
import type { Artifact, Destination, Document, Loss, RenderOptions } from '@blamefree/core'
import type { Nodes, Root } from 'mdast'
import { frontMatter } from './front-matter.ts'
import { lowered } from './lowered.ts'
import { printPage } from './print-page.ts'

/** What GitHub's Markdown has no words for. Their text stays. */
export const LOSES: Destination['loses'] = { person: 'simplified', time: 'simplified', event: 'simplified', evidence: 'simplified' }

/** A document → GitHub's Markdown: front matter, the title as the first heading, and no directives. */
export function renderMarkdown(document: Document, options: RenderOptions = {}): Artifact {
  return markdownOf({ ...document, tree: exportedTree(document.tree, options) }, options)
}

/** The same for a document whose tree is exported already, with the same options. */
export function markdownOf(document: Document, options: RenderOptions): Artifact {
  const { tree } = document
  const title = printInline([{ type: 'text', value: document.title.toWellFormed().replace(/\s+/g, ' ').trim() }], 'heading')
  const text = `${frontMatter(document, options)}\n# ${title}\n\n${printPage(lowered(tree, options))}`
  return {
    name: `${options.name ?? artifactName(document.title)}.md`,
    mediaType: 'text/markdown;charset=utf-8',
    bytes: new TextEncoder().encode(text.trimEnd() + '\n'),
    losses: [...lossesOf(tree, LOSES, SENTENCES), ...looseImages(tree)],
    problems: [],
  }
}

const many = (count: number, one: string, more: string): string => (count === 1 ? `1 ${one}` : `${count} ${more}`)
const SENTENCES: Parameters<typeof lossesOf>[2] = {
  person: (count) => `${many(count, 'mention of a person is', 'mentions of people are')} plain names.`,
  time: (count) => `${many(count, 'time is', 'times are')} plain text, in the zone of the document.`,
  event: (count) => `${many(count, 'timeline event is', 'timeline events are')} plain text, linked to the record where it has an address.`,
  evidence: (count) => `${many(count, 'block of evidence is a quote', 'blocks of evidence are quotes')}.`,
}

/** Images whose address is a file's name: a Markdown file cannot carry them. */
function looseImages(tree: Root): Loss[] {
  let count = 0
  const visit = (node: Nodes): void => {
    // Most of a document is text.
    if (node.type === 'text') return
    if (node.type === 'image' && !/^https?:/i.test(node.url)) count++
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  if (count === 0) return []
  const message = `${many(count, 'image is named by its file', 'images are named by their files')} and shown only where the files lie beside the Markdown.`
  return [{ construct: 'image', what: 'simplified', count, message }]
}
