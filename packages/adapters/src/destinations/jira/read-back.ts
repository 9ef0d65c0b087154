import { flagAt, isRecord, listAt, normalise, numberAt, textAt } from '@blamefree/core'
import type { JsonRecord, Problem } from '@blamefree/core'
import type { BlockContent, ListItem, Nodes, Root, TableRow } from 'mdast'
import { EVIDENCE_TITLE } from './adf-blocks.ts'
import { textOf, wordsOf } from './adf-words.ts'
import { inlineBack, type Doubt } from './read-back-inline.ts'
import { pictureAlt, pictureName } from './picture.ts'
import { topNodes } from './split.ts'

/** Pieces of a description as a tree of ours. What a post-mortem has no counterpart for becomes its words, with a problem for each kind. */
export function readBack(text: string): { readonly tree: Root; readonly problems: readonly Problem[] } {
  const doubts = new Set<string>()
  const doubt: Doubt = (what) => void doubts.add(what)
  const tree = normalise({ type: 'root', children: blocksBack(topNodes(text), doubt) })
  return {
    tree,
    problems: [...doubts].map((what) => ({
      code: 'jira/no-counterpart',
      message: `The issue has ${what} that a post-mortem cannot hold; its words were taken over.`,
      weight: 'warning',
    })),
  }
}

function blocksBack(nodes: readonly unknown[], doubt: Doubt): BlockContent[] {
  return nodes.filter(isRecord).flatMap((node) => blockBack(node, doubt) as BlockContent[])
}

const contentOf = (node: unknown): readonly unknown[] => listAt(node, 'content')

function blockBack(node: JsonRecord, doubt: Doubt): Nodes[] {
  const type = textAt(node, 'type') ?? ''
  switch (type) {
    case 'paragraph':
      return [{ type: 'paragraph', children: inlineBack(contentOf(node), doubt) }]
    case 'heading':
      return [{ type: 'heading', depth: (numberAt(node, 'attrs', 'level') ?? 2) as 2, children: inlineBack(contentOf(node), doubt) }]
    case 'rule':
      return [{ type: 'thematicBreak' }]
    case 'codeBlock':
      return [
        {
          type: 'code',
          lang: textAt(node, 'attrs', 'language'),
          value: contentOf(node).map(textOf).join(''),
        },
      ]
    case 'blockquote':
      return [{ type: 'blockquote', children: blocksBack(contentOf(node), doubt) }]
    case 'bulletList':
    case 'orderedList':
      return [listBack(node, type === 'orderedList', doubt)]
    case 'taskList':
      return [tasksBack(node, doubt)]
    case 'table':
      return [tableBack(node, doubt)]
    case 'panel': {
      const kind = PANELS[textAt(node, 'attrs', 'panelType') ?? ''] ?? 'note'
      return [{ type: 'containerDirective', name: 'callout', attributes: { kind }, children: blocksBack(contentOf(node), doubt) }]
    }
    case 'expand':
    case 'nestedExpand':
      return expandBack(node, doubt)
    default:
      return otherBack(node, type, doubt)
  }
}

const PANELS: Readonly<Record<string, string>> = { info: 'note', note: 'note', tip: 'tip', success: 'tip', warning: 'warning', error: 'danger' }

function listBack(node: JsonRecord, ordered: boolean, doubt: Doubt): Nodes {
  const children = contentOf(node).map((item): ListItem => ({ type: 'listItem', children: blocksBack(contentOf(item), doubt) }))
  return { type: 'list', ordered, start: ordered ? (numberAt(node, 'attrs', 'order') ?? 1) : null, children }
}

function tasksBack(node: JsonRecord, doubt: Doubt): Extract<Nodes, { type: 'list' }> {
  const items: ListItem[] = []
  for (const child of contentOf(node).filter(isRecord)) {
    if (child['type'] === 'taskList') {
      const below = tasksBack(child, doubt)
      const last = items.at(-1)
      if (last === undefined) items.push(...below.children)
      else last.children.push(below)
      continue
    }
    const block = child['type'] === 'blockTaskItem'
    const children: BlockContent[] = block ? blocksBack(contentOf(child), doubt) : [{ type: 'paragraph', children: inlineBack(contentOf(child), doubt) }]
    items.push({ type: 'listItem', checked: textAt(child, 'attrs', 'state') === 'DONE', children })
  }
  return { type: 'list', ordered: false, children: items }
}

function tableBack(node: JsonRecord, doubt: Doubt): Nodes {
  const rows = contentOf(node).map((row): TableRow => ({
    type: 'tableRow',
    children: contentOf(row).map((cell) => ({
      type: 'tableCell',
      children: blocksBack(contentOf(cell), doubt).flatMap((block, index) => [
        ...(index === 0 ? [] : [{ type: 'break' as const }]),
        ...(block.type === 'paragraph' ? block.children : [{ type: 'text' as const, value: wordsOf(contentOf(cell)[index]) }]),
      ]),
    })),
  }))
  const headed = contentOf(contentOf(node)[0]).some((cell) => textAt(cell, 'type') === 'tableHeader')
  const align = contentOf(contentOf(node)[0]).map((cell) => ALIGNS[textAt(cell, 'content', 0, 'marks', 0, 'attrs', 'align') ?? ''] ?? null)
  // Rows without a heading over them: ours always have one, and it may be empty.
  if (!headed) rows.unshift({ type: 'tableRow', children: (rows[0]?.children ?? []).map(() => ({ type: 'tableCell', children: [] })) })
  if (flagAt(node, 'attrs', 'isNumberColumnEnabled') === true) doubt('a numbered column')
  return { type: 'table', align, children: rows }
}

const ALIGNS: Readonly<Record<string, 'center' | 'right'>> = { center: 'center', end: 'right' }

function expandBack(node: JsonRecord, doubt: Doubt): Nodes[] {
  const title = textAt(node, 'attrs', 'title')
  const children = blocksBack(contentOf(node), doubt)
  if (title === EVIDENCE_TITLE) return [{ type: 'containerDirective', name: 'evidence', children }]
  doubt('an expand')
  return title === null ? children : [{ type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: title }] }] }, ...children]
}

function otherBack(node: JsonRecord, type: string, doubt: Doubt): Nodes[] {
  const picture = pictureName(node)
  if (picture !== null) return [{ type: 'paragraph', children: [{ type: 'image', url: picture, alt: pictureAlt(node) }] }]
  doubt(NAMES[type] ?? `something (${type})`)
  const inner = blocksBack(contentOf(node), doubt)
  if (inner.length > 0) return inner
  const words = wordsOf(node)
  return words === '' ? [] : [{ type: 'paragraph', children: [{ type: 'text', value: words }] }]
}

const NAMES: Readonly<Record<string, string>> = {
  mediaSingle: 'an image or file',
  mediaGroup: 'files',
  layoutSection: 'columns',
  decisionList: 'decisions',
  extension: 'an app\u2019s element',
  bodiedExtension: 'an app\u2019s element',
  blockCard: 'a preview of a link',
  embedCard: 'a preview of a link',
}
