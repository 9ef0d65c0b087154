import type { Nodes, PhrasingContent } from 'mdast'
import { safeUrl } from '../safe-url.ts'
import { evaluate, type Scope } from './evaluate.ts'
import type { Expression } from './expression.ts'
import { spend, type Filling } from './filling.ts'
import { text } from './nodes.ts'
import type { Template } from './template.ts'
import type { Value } from './value.ts'
import { inlineNodes, plainWords } from './words.ts'

/** Where in the filling of a template we are. */
export interface FillContext {
  readonly template: Template
  readonly filling: Filling
  readonly scope: Scope
}

/** A template's inline content → the document's. */
export function fillInline(children: readonly Nodes[], context: FillContext): PhrasingContent[] {
  const filled: PhrasingContent[] = []
  for (const node of children) if (spend(context.filling, 1)) filled.push(...fillNode(node, context))
  return filled
}

function fillNode(node: Nodes, context: FillContext): PhrasingContent[] {
  const { marked } = context.template
  switch (node.type) {
    case 'text':
      return marked.parts(node.value).flatMap((part) => (typeof part === 'string' ? [text(part)] : inlineNodes(valueOf(part, context))))
    case 'inlineCode':
      return [{ type: 'inlineCode', value: fillString(node.value, context) }]
    case 'html':
      return [{ type: 'html', value: marked.restore(node.value) }]
    case 'link': {
      const url = fillUrl(node.url, context)
      const content = fillInline(node.children, context)
      return url === null
        ? content
        : [{ type: 'link', url, title: node.title === null || node.title === undefined ? null : fillString(node.title, context), children: content }]
    }
    case 'image':
      return [{ ...node, url: fillUrl(node.url, context) ?? '', title: null, alt: fillString(node.alt ?? '', context) }]
    case 'textDirective':
      return [{ ...node, attributes: fillAttributes(node.attributes, context), children: fillInline(node.children, context) }]
    default:
      return 'children' in node ? [{ ...node, children: fillInline(node.children, context) } as PhrasingContent] : [node as PhrasingContent]
  }
}

function valueOf(expression: Expression, { scope, filling, template }: FillContext): Value {
  if (expression.fault !== null) return { kind: 'text', text: expression.source }
  return evaluate(expression, scope, filling, template.placeOf(expression.offset))
}

/** Code, titles and attributes: plain words. */
function fillString(value: string, context: FillContext): string {
  return context.template.marked
    .parts(value)
    .map((part) => (typeof part === 'string' ? part : plainWords(valueOf(part, context)) || 'not known yet'))
    .join('')
}

/** An address: what stands at its beginning is an address itself, what stands within is encoded. Null when a part is missing or the whole is not allowed. */
function fillUrl(url: string, context: FillContext): string | null {
  const parts = context.template.marked.parts(url)
  if (parts.every((part) => typeof part === 'string')) return url
  let filled = ''
  for (const part of parts) {
    const words = typeof part === 'string' ? part : plainWords(valueOf(part, context))
    if (words === '') return null
    filled += typeof part === 'string' || filled === '' ? words : encodeURIComponent(words.toWellFormed())
  }
  return safeUrl(filled)
}

/** Attributes with data in them. */
export function fillAttributes(
  attributes: Readonly<Record<string, string | null | undefined>> | null | undefined,
  context: FillContext,
): Record<string, string> {
  const filled: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes ?? {})) filled[name] = fillString(value ?? '', context)
  return filled
}
