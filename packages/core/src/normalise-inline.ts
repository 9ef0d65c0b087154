import type { Nodes, PhrasingContent } from 'mdast'
import { cleanText } from './clean-text.ts'
import { cleanAttributes, cleanTitle, isUnwritableCode, TEXT_DIRECTIVES, trimSpaces, type InlineContext } from './inline-rules.ts'
import { NO_MARKS, nodesOfRuns, type Marks, type Run } from './inline-runs.ts'
import { normalCopy } from './normal-inline.ts'
import { plainText } from './plain-text.ts'
import { safeImageUrl, safeUrl } from './safe-url.ts'

/**
 * Inline content as a document holds it: marks nest in one order (link, strong, emphasis, delete), are never empty and never start or end with
 * white space; neighbouring texts are one; nothing starts or ends with a space or a hard break.
 */
export function normaliseInline(children: readonly Nodes[], context: InlineContext): PhrasingContent[] {
  const [only] = children
  if (children.length === 1 && only?.type === 'text') {
    const value = trimSpaces(cleanText(only.value))
    return value === '' ? [] : [{ type: 'text', value }]
  }
  return normalCopy(children, context) ?? thorough(children, context)
}

/** The whole work of `normaliseInline`, whatever the content is like. */
export function thorough(children: readonly Nodes[], context: InlineContext): PhrasingContent[] {
  const runs: Run[] = []
  flatten(children, { marks: NO_MARKS, context, depth: 0 }, runs)
  return nodesOfRuns(runs)
}

interface Walk {
  readonly marks: Marks
  readonly context: InlineContext
  readonly depth: number
}

const DEEPEST = 50

function flatten(children: readonly Nodes[], walk: Walk, runs: Run[]): void {
  const inner = (node: { children: readonly Nodes[] }, marks: Partial<Marks>): void =>
    flatten(node.children, { ...walk, marks: { ...walk.marks, ...marks }, depth: walk.depth + 1 }, runs)
  for (const node of children) {
    if (walk.depth > DEEPEST) {
      walk.context.report('depth', node)
      pushText(plainText(node), walk, runs)
    } else if (node.type === 'text') pushText(node.value, walk, runs)
    else if (node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete') inner(node, { [node.type]: true })
    else if (node.type === 'link') inner(node, { link: linkMark(node, node, walk) })
    else if (node.type === 'linkReference') {
      const definition = walk.context.definitions.get(node.identifier.toLowerCase())
      if (definition === undefined) pushText('[', walk, runs)
      inner(node, definition === undefined ? {} : { link: linkMark(definition, node, walk) })
      if (definition === undefined) pushText(']', walk, runs)
    } else if ('children' in node && node.type !== 'textDirective') {
      if (runs.length > 0) pushText(' ', walk, runs)
      inner(node, {})
    } else pushLeaf(node, walk, runs)
  }
}

function linkMark(target: { url: string; title?: string | null | undefined }, node: Nodes, { marks, context }: Walk): Marks['link'] {
  if (marks.link !== null || context.place === 'label') return marks.link
  const url = safeUrl(target.url)
  if (url === null) context.report('link', node)
  return url === null ? null : { url, title: cleanTitle(target.title) }
}

function pushText(value: string, { marks }: Walk, runs: Run[]): void {
  if (value !== '') runs.push({ leaf: { type: 'text', value: cleanText(value) }, marks })
}

function pushLeaf(node: Nodes, walk: Walk, runs: Run[]): void {
  const { context, marks } = walk
  switch (node.type) {
    case 'inlineCode':
      pushCode(node.value, walk, runs)
      return
    case 'break':
      runs.push({ leaf: context.place === 'line' || context.place === 'label' ? { type: 'text', value: ' ' } : { type: 'break' }, marks })
      return
    case 'image':
    case 'imageReference':
      pushImage(node, walk, runs)
      return
    case 'footnoteReference': {
      const identifier = context.footnotes.get(node.identifier)
      if (identifier === undefined || context.place === 'label') pushText(`[^${node.label ?? node.identifier}]`, walk, runs)
      else runs.push({ leaf: { type: 'footnoteReference', identifier, label: identifier }, marks: { ...marks, link: null } })
      return
    }
    case 'textDirective':
      pushDirective(node, walk, runs)
      return
    case 'html':
      pushHtml(node, walk, runs)
      return
    default:
      context.report('node', node)
      if ('value' in node) pushText(node.value, walk, runs)
  }
}

function pushCode(text: string, walk: Walk, runs: Run[]): void {
  const value = cleanText(text)
  if (value === '') return
  // Two pieces of code side by side become one, which has to be writable too.
  const before = runs.at(-1)?.leaf
  const whole = before?.type === 'inlineCode' ? before.value + value : value
  if ([value, whole].some((code) => isUnwritableCode(code, walk.context.place, walk.marks.link !== null))) pushText(value, walk, runs)
  else runs.push({ leaf: { type: 'inlineCode', value }, marks: walk.marks })
}

function pushImage(node: Extract<Nodes, { type: 'image' | 'imageReference' }>, walk: Walk, runs: Run[]): void {
  const target = node.type === 'image' ? node : walk.context.definitions.get(node.identifier.toLowerCase())
  const url = target === undefined ? null : safeImageUrl(target.url)
  const alt = trimSpaces(cleanText(node.alt ?? ''))
  if (target === undefined || url === null || walk.context.place === 'label') {
    if (target !== undefined && url === null) walk.context.report('link', node)
    pushText(alt, walk, runs)
  } else runs.push({ leaf: { type: 'image', url, title: cleanTitle(target.title), alt }, marks: walk.marks })
}

function pushDirective(node: Extract<Nodes, { type: 'textDirective' }>, walk: Walk, runs: Run[]): void {
  if (walk.context.place === 'label' || !TEXT_DIRECTIVES.includes(node.name)) {
    if (walk.context.place !== 'label') walk.context.report('directive', node)
    flatten(node.children, { ...walk, depth: walk.depth + 1 }, runs)
    return
  }
  const children = normaliseInline(node.children, { ...walk.context, place: 'label' })
  runs.push({ leaf: { type: 'textDirective', name: node.name, attributes: cleanAttributes(node.attributes), children }, marks: walk.marks })
}

function pushHtml(node: Extract<Nodes, { type: 'html' }>, walk: Walk, runs: Run[]): void {
  if (/^<br\s*\/?>$/i.test(node.value)) pushLeaf({ type: 'break' }, walk, runs)
  else if (node.value.startsWith('<!--')) walk.context.report('comment', node)
  else {
    walk.context.report('html', node)
    pushText(node.value, walk, runs)
  }
}
