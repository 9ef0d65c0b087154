import type { BlockContent, Nodes, Paragraph, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { blockOf } from '../blocks/blocks.ts'
import { evaluate, readPath } from './evaluate.ts'
import { fillAttributes, fillInline, type FillContext } from './fill-inline.ts'
import { spend } from './filling.ts'
import { holds } from './condition.ts'
import { joinRuns } from './join-runs.ts'
import { container, paragraph, placeholder } from './nodes.ts'
import { proseBlocks } from './prose.ts'
import { pathOf } from './structure.ts'
import { isPresent, type Value } from './value.ts'

/** A template's blocks → the document's, not yet normalised. */
export function fillBlocks(children: readonly Nodes[], context: FillContext): RootContent[] {
  return children.flatMap((child) => fillBlock(child, context))
}

function fillBlock(node: Nodes, context: FillContext): RootContent[] {
  const { filling, template } = context
  if (!spend(filling, 1)) return []
  switch (node.type) {
    case 'paragraph':
      return proseParagraph(node, context) ?? [{ type: 'paragraph', children: fillInline(node.children, context) }]
    case 'code':
      return [{ type: 'code', lang: node.lang ?? null, meta: null, value: template.marked.restore(node.value) }]
    case 'leafDirective':
    case 'containerDirective':
      return fillDirective(node, context)
    case 'heading':
      return [{ ...node, children: fillInline(node.children, context) }]
    case 'table':
      return [
        {
          ...node,
          children: node.children.map((row) => ({ ...row, children: row.children.map((cell) => ({ ...cell, children: fillInline(cell.children, context) })) })),
        },
      ]
    case 'html':
      return [{ type: 'html', value: template.marked.restore(node.value) }]
    default:
      if ('children' in node) return [{ ...node, children: fillBlocks(node.children, context) } as RootContent]
      return [node]
  }
}

function fillDirective(node: ContainerDirective | LeafDirective, context: FillContext): RootContent[] {
  const attributes = fillAttributes(node.attributes, context)
  const block = blockOf(node.name)
  if (block !== null) return block.fill(attributes, context.filling)
  if (node.name === 'each') return fillEach(node, attributes, context)
  if (node.name === 'if') {
    const otherwise = node.children.findIndex((child) => (child as Nodes).type === 'leafDirective' && (child as unknown as LeafDirective).name === 'else')
    const split = otherwise < 0 ? node.children.length : otherwise
    return fillBlocks(holds(attributes, context) ? node.children.slice(0, split) : node.children.slice(split + 1), context)
  }
  if (node.type === 'leafDirective') return []
  return [{ ...node, attributes, children: fillBlocks(node.children, context) as BlockContent[] }]
}

function fillEach(node: ContainerDirective | LeafDirective, attributes: Readonly<Record<string, string>>, context: FillContext): RootContent[] {
  const { filling, scope } = context
  const value = readPath(pathOf(attributes['of'] ?? ''), scope, filling)
  const as = attributes['as'] ?? 'item'
  const blank: Value = { kind: 'blank', label: as }
  const items = value.kind === 'list' ? value.items : value.kind === 'blank' ? [blank] : []
  const limit = Number(attributes['limit'] ?? items.length)
  const rounds: RootContent[][] = []
  for (const item of items.slice(0, Number.isNaN(limit) ? items.length : limit)) {
    if (!spend(filling, 1)) break
    rounds.push(fillBlocks(node.children, { ...context, scope: new Map([...scope, [as, item]]) }))
  }
  return joinRuns(rounds)
}

/** A paragraph of nothing but prose, `{{ incident.summary }}`: as many paragraphs as it has, kept apart from what people write; null for any other. */
function proseParagraph(node: Paragraph, context: FillContext): RootContent[] | null {
  const [only] = node.children
  const [expression, ...rest] = only?.type === 'text' && node.children.length === 1 ? context.template.marked.parts(only.value.trim()) : []
  if (expression === undefined || typeof expression === 'string' || rest.length > 0 || expression.path.join('.') !== 'incident.summary') return null
  const value = evaluate(expression, context.scope, context.filling, context.template.placeOf(expression.offset))
  const of = { of: expression.path.join('.') }
  if (value.kind === 'blank') return [paragraph(placeholder('To be written: what happened, who was involved, how we responded, and the impact.'))]
  if (!isPresent(value)) return [container('generated', of, [paragraph(placeholder('To be written: nobody has summed it up yet.'))])]
  if (value.kind !== 'prose') return null
  return [container('generated', of, proseBlocks(value.markdown))]
}
