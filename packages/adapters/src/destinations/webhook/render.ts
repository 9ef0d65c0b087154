import { exportedTree, footerInline, printMarkdown, type Document, type PageBody, type PageOptions } from '@blamefree/core'
import type { Root } from 'mdast'

/** A document as our own Markdown, with nothing lost, and whole as JSON. */
export function renderMessage(document: Document, options: PageOptions): PageBody {
  const tree = exportedTree(document.tree, { evidence: options.evidence === true })
  const footer: Root['children'] =
    options.footer === null ? [] : [{ type: 'paragraph', children: [{ type: 'emphasis', children: footerInline(options.footer, false) }] }]
  const { incident, assets = {} } = options
  const labels = [incident?.type?.value, incident?.severity?.value, ...(incident?.services.map(({ value }) => value) ?? [])]
  return {
    title: document.title.toWellFormed().replace(/\s+/g, ' ').trim() || 'Post-mortem',
    text: `${printMarkdown(tree)}${footer.length === 0 ? '' : `\n${printMarkdown({ type: 'root', children: footer })}`}`,
    files: Object.entries(assets).map(([name, asset]) => ({ name, ...asset })),
    labels: labels.flatMap((label) => (typeof label === 'string' ? [label] : [])),
    extra: { document: JSON.stringify({ ...document, tree }) },
    losses: [],
    problems: [],
  }
}
