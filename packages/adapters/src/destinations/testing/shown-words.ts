import { decodeReferences, plainText } from '@blamefree/core'
import type { BlockContent, PhrasingContent, Root, TableCell } from 'mdast'

/** Texts at every kind of place that a text can stand at. */
export function treeOf(texts: readonly string[]): Root {
  const children = texts.map((value, index): BlockContent => {
    const text: PhrasingContent = { type: 'text', value }
    const cell = (...nodes: PhrasingContent[]): TableCell => ({ type: 'tableCell', children: nodes })
    switch (index % 10) {
      case 0:
        return { type: 'list', ordered: false, children: [{ type: 'listItem', children: [{ type: 'paragraph', children: [text] }] }] }
      case 1:
        return {
          type: 'table',
          align: [],
          children: [
            { type: 'tableRow', children: [cell(text), cell(text)] },
            { type: 'tableRow', children: [cell(text), cell({ type: 'inlineCode', value })] },
          ],
        }
      case 2:
        return { type: 'heading', depth: 2, children: [text] }
      case 3:
        return { type: 'paragraph', children: [{ type: 'strong', children: [text] }, { type: 'emphasis', children: [text] }, text] }
      case 4:
        return { type: 'paragraph', children: [{ type: 'link', url: 'https://a.example/x', children: [text] }, text] }
      case 5:
        return { type: 'paragraph', children: [{ type: 'inlineCode', value }] }
      case 6:
        return { type: 'code', value, lang: 'js' }
      case 7:
        return { type: 'blockquote', children: [{ type: 'paragraph', children: [text] }] }
      default:
        return { type: 'paragraph', children: [text] }
    }
  })
  return { type: 'root', children }
}

/** An image without a file is its words or its address, which is tried elsewhere. */
export function withoutImages(tree: Root): Root {
  return JSON.parse(JSON.stringify(tree), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('children' in value) || !Array.isArray(value.children)) return value
    return {
      ...value,
      children: value.children.filter(
        (child: { type?: string }) => child.type !== 'image' && child.type !== 'footnoteReference' && child.type !== 'footnoteDefinition',
      ),
    }
  }) as Root
}

/** The tree with the characters that boxes become, and a link’s address where it has no words. */
export function boxed(tree: Root): Root {
  return JSON.parse(JSON.stringify(tree), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('type' in value)) return value
    const node = value as { type: string; checked?: boolean; url?: string; children?: unknown[] }
    if (node.type === 'listItem' && typeof node.checked === 'boolean')
      return { ...node, children: [{ type: 'text', value: node.checked ? '\u2611' : '\u2610' }, ...(node.children ?? [])] }
    if (node.type === 'link' && squeezed(plainText(node as never)) === '') return { ...node, children: [{ type: 'text', value: node.url ?? '' }] }
    return value
  }) as Root
}

/** The words of a page that a place shows. */
export const wordsOf = (html: string): string => decodeReferences(html.replace(/<!--[^]*?-->/g, '').replace(/<[^>]*>/g, ''))
/** Words without what a place may set otherwise: white space, and characters that nobody sees. */
export const squeezed = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, '')
