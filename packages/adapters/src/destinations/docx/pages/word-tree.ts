import { exportedTree, normalise, safeUrl } from '@blamefree/core'
import type { Asset, Construct, Document, PageOptions } from '@blamefree/core'
import type { FootnoteDefinition, Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import { imageName } from '../reading/inline-in.ts'

/** A document as a Word file can give it back, with what became simpler. */
export interface WordTree {
  readonly tree: Root
  /** Images by the names that the tree has for them. */
  readonly images: ReadonlyMap<string, Asset>
  readonly losses: ReadonlyMap<Construct, number>
  /** Whether `settled` must put it in order before it is printed. */
  readonly rough: boolean
}

interface Shaping {
  /** Something was taken apart that may have left pieces which a normal tree does not have. Putting a whole tree in order takes as long as all the rest. */
  rough: boolean
  readonly options: PageOptions
  readonly records: ReadonlyMap<string, string>
  /** How much deeper every heading becomes, so that none is above the sections. */
  readonly deeper: 0 | 1
  readonly images: Map<string, Asset>
  readonly losses: Map<Construct, number>
  /** Footnotes by their identifiers, in the order in which they are referred to. */
  readonly notes: Map<string, string>
}

/** The document without what Word has no place for: names, times and events are their words, live blocks what they show; lists of labels and values have `pairs` in their data. */
export function wordTree(document: Document, options: PageOptions): WordTree {
  const tree = exportedTree(document.tree, { evidence: options.evidence === true })
  const records = new Map<string, string>()
  for (const { id, origin } of options.incident?.events ?? []) {
    const url = origin.url === null ? null : safeUrl(origin.url)
    if (url !== null) records.set(id, url)
  }
  const top = tree.children.some((node) => node.type === 'heading' && node.depth === 1)
  const shaping: Shaping = { rough: false, options, records, deeper: top ? 1 : 0, images: new Map(), losses: new Map(), notes: new Map() }
  const body = tree.children
    .filter(({ type }) => type !== 'footnoteDefinition')
    .flatMap((node) => block(node, shaping, { pairs: false, boxed: false }) as RootContent[])
  return { tree: { type: 'root', children: [...body, ...notesOf(tree, shaping)] }, images: shaping.images, losses: shaping.losses, rough: shaping.rough }
}

const lose = ({ losses }: Shaping, construct: Construct): void => void losses.set(construct, (losses.get(construct) ?? 0) + 1)

interface Inside {
  readonly pairs: boolean
  readonly boxed: boolean
}

function block(node: Nodes, shaping: Shaping, inside: Inside): Nodes[] {
  const inner = (children: readonly Nodes[], into: Inside = { ...inside, pairs: false }): Nodes[] => {
    const blocks = children.flatMap((child) => block(child, shaping, into))
    if (blocks.length !== children.length) shaping.rough = true
    return blocks
  }
  switch (node.type) {
    case 'paragraph':
      return [{ ...node, children: inline(node.children, shaping) }]
    case 'heading': {
      const children = inline(node.children, shaping)
      return children.length === 0 ? [] : [{ ...node, depth: Math.min(6, Math.max(2, node.depth + shaping.deeper)) as 2, children }]
    }
    case 'code':
      if (typeof node.lang === 'string') lose(shaping, 'code-block')
      return [{ ...node, lang: null }]
    case 'blockquote':
      if (!inside.boxed) return [{ ...node, children: inner(node.children) as never }]
      lose(shaping, 'blockquote')
      return inner(node.children)
    case 'list':
      return [
        {
          ...node,
          ...(inside.pairs && node.ordered !== true ? { data: { pairs: true } as object } : {}),
          children: node.children.map((item) => ({ ...item, children: inner(inside.pairs ? plainLabel(item.children) : item.children) as never })),
        },
      ]
    case 'table':
      return [
        {
          ...node,
          align: (node.align ?? []).map((align) => (align === 'left' ? null : (align ?? null))),
          children: node.children.map((row) => ({ ...row, children: row.children.map((cell) => ({ ...cell, children: inline(cell.children, shaping) })) })),
        },
      ]
    case 'containerDirective':
      if (node.name === 'callout' || node.name === 'evidence')
        return node.children.length === 0 ? [] : [{ ...node, children: inner(node.children, { pairs: false, boxed: true }) as never }]
      return inner(node.children, { ...inside, pairs: inside.pairs || node.name === 'key-information' || node.name === 'metrics' })
    default:
      return [node]
  }
}

/** `**Label:** value` without its marks, as a label in Word has none. */
function plainLabel(children: readonly Nodes[]): readonly Nodes[] {
  const [first, ...rest] = children
  if (first?.type !== 'paragraph') return children
  const [label, ...words] = first.children
  return label?.type === 'strong' && words.length > 0 ? [{ ...first, children: [...label.children, ...words] }, ...rest] : children
}

function inline(nodes: readonly PhrasingContent[], shaping: Shaping): PhrasingContent[] {
  const words = nodes.flatMap((node): PhrasingContent[] => {
    switch (node.type) {
      case 'strong':
      case 'emphasis':
      case 'delete':
      case 'link':
        return [{ ...node, children: inline(node.children, shaping) }]
      case 'image':
        return imageOr(node, shaping)
      case 'footnoteReference': {
        const identifier = shaping.notes.get(node.identifier) ?? String(shaping.notes.size + 1)
        shaping.notes.set(node.identifier, identifier)
        return [{ ...node, identifier, label: identifier }]
      }
      case 'textDirective': {
        const children = inline(node.children, shaping)
        if (node.name === 'person' || node.name === 'time' || node.name === 'event') lose(shaping, node.name)
        if (children.length !== 1 || children[0]?.type !== 'text') shaping.rough = true
        const url = node.name === 'event' ? shaping.records.get(node.attributes?.['id'] ?? '') : undefined
        if (url !== undefined) shaping.rough = true
        return url === undefined || children.length === 0 ? children : [{ type: 'link', url, title: null, children }]
      }
      default:
        return [node]
    }
  })
  if (words.length === 0 && nodes.length > 0) shaping.rough = true
  return merged(words)
}

/** Neighbouring texts as one. */
function merged(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && last?.type === 'text') result[result.length - 1] = { type: 'text', value: last.value + node.value }
    else result.push(node)
  }
  return result
}

const SHOWN: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpeg', 'image/gif': 'gif' }

function imageOr(node: Extract<PhrasingContent, { type: 'image' }>, shaping: Shaping): PhrasingContent[] {
  const { assets = {} } = shaping.options
  const asset = Object.hasOwn(assets, node.url) ? assets[node.url] : undefined
  const extension = SHOWN[asset?.mediaType ?? '']
  if (asset !== undefined && extension !== undefined) {
    const name = imageName(asset.bytes, extension)
    shaping.images.set(name, asset)
    return [{ ...node, url: name, title: null }]
  }
  lose(shaping, 'image')
  const words: PhrasingContent = { type: 'text', value: `[Image: ${(node.alt ?? '') === '' ? node.url : node.alt}]` }
  const url = /^https?:/i.test(node.url) ? safeUrl(node.url) : null
  return url === null ? [{ type: 'emphasis', children: [words] }] : [{ type: 'link', url, title: null, children: [words] }]
}

/** Notes in the order in which Word numbers them; one that nothing refers to is a paragraph at the end, and one inside another is its number. */
function notesOf(tree: Root, shaping: Shaping): RootContent[] {
  const plain = (children: readonly Nodes[]): Nodes[] => children.flatMap((child) => block(withoutNotes(child), shaping, { pairs: false, boxed: false }))
  const definitions = tree.children.filter((node): node is FootnoteDefinition => node.type === 'footnoteDefinition')
  const stray = definitions
    .filter(({ identifier }) => !shaping.notes.has(identifier))
    .flatMap(({ identifier, children }) => begun(`[${identifier}] `, plain(children)))
  const notes = [...shaping.notes].flatMap(([before, identifier]): RootContent[] => {
    const note = definitions.find((one) => one.identifier === before)
    return note === undefined ? [] : [{ ...note, identifier, label: identifier, children: plain(note.children) as never }]
  })
  return [...(stray as RootContent[]), ...notes]
}

function begun(words: string, [first, ...rest]: readonly Nodes[]): Nodes[] {
  const mark: PhrasingContent = { type: 'text', value: words }
  return first?.type === 'paragraph'
    ? [{ ...first, children: [mark, ...first.children] }, ...rest]
    : [{ type: 'paragraph', children: [mark] }, ...(first === undefined ? [] : [first]), ...rest]
}

function withoutNotes(node: Nodes): Nodes {
  if (node.type === 'footnoteReference') return { type: 'text', value: `[${node.identifier}]` }
  return 'children' in node ? ({ ...node, children: node.children.map(withoutNotes) } as Nodes) : node
}

/** The tree with fresh, merged nodes, and its pairs. */
export function settled(tree: Root): Root {
  const pairs = tree.children.map((node) => (node.type === 'list' ? node.data : undefined))
  const whole = normalise(tree)
  if (whole.children.length !== tree.children.length) return whole
  return {
    ...whole,
    children: whole.children.map((node, index) => (node.type === 'list' && pairs[index] !== undefined ? { ...node, data: pairs[index] } : node)),
  }
}
