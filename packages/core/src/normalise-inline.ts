import type { Definition, Nodes, PhrasingContent } from 'mdast'
import { cleanText } from './clean-text.ts'
import { DIRECTIVES } from './document.ts'
import { plainText } from './plain-text.ts'
import { safeImageUrl, safeUrl } from './safe-url.ts'

/** What normalising met that a document may not hold, for whoever wants to report it. */
export type Report = (what: 'html' | 'comment' | 'link' | 'directive' | 'depth' | 'node', node: Nodes) => void

/** Where inline content stands, and what can be resolved from there. */
export interface InlineContext {
  readonly report: Report
  readonly definitions: ReadonlyMap<string, Definition>
  /** The identifiers of footnotes that exist, by the identifiers they had before. */
  readonly footnotes: ReadonlyMap<string, string>
  /** `line` (headings, labels): no hard breaks. `label` of a directive: no links, images, footnotes or directives either. */
  readonly place: 'block' | 'line' | 'label' | 'cell'
}

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
  const runs: Run[] = []
  flatten(children, { marks: NO_MARKS, context, depth: 0 }, runs)
  return nest(trimmed(merged(spacesOutside(merged(runs)))), 0)
}

interface Marks {
  readonly link: { readonly url: string; readonly title: string | null } | null
  readonly strong: boolean
  readonly emphasis: boolean
  readonly delete: boolean
}

interface Run {
  readonly leaf: PhrasingContent
  readonly marks: Marks
}

interface Walk {
  readonly marks: Marks
  readonly context: InlineContext
  readonly depth: number
}

const NO_MARKS: Marks = { link: null, strong: false, emphasis: false, delete: false }
const ORDER = ['link', 'strong', 'emphasis', 'delete'] as const
const DEEPEST = 50
const TEXT_DIRECTIVES: readonly string[] = DIRECTIVES.text

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

function pushCode(code: string, walk: Walk, runs: Run[]): void {
  const value = cleanText(code)
  if (value === '') return
  // Neither can be written as code there: a bracket ends a label, and a backslash before a pipe ends a cell.
  const unwritable = (walk.context.place === 'label' && /[[\]]/.test(value)) || (walk.context.place === 'cell' && /(?<!\\)(?:\\\\)*\\\|/.test(value))
  if (unwritable) pushText(value, walk, runs)
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

/** Attributes with plain names and one-line values, in the order they came. */
export function cleanAttributes(attributes: Readonly<Record<string, string | null | undefined>> | null | undefined): Record<string, string> {
  const clean: [string, string][] = []
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (/^[A-Za-z][A-Za-z0-9-]{0,39}$/.test(name) && typeof value === 'string') clean.push([name, cleanText(value)])
  }
  return Object.fromEntries(clean)
}

function cleanTitle(title: string | null | undefined): string | null {
  const clean = trimSpaces(cleanText(title ?? ''))
  return clean === '' ? null : clean
}

function trimSpaces(text: string): string {
  return text.replace(/^ +/, '').replace(/ +$/, '')
}

function sameLink(a: Marks['link'], b: Marks['link']): boolean {
  return a === b || (a !== null && b !== null && a.url === b.url && a.title === b.title)
}

function sameMarks(a: Marks, b: Marks): boolean {
  return a === b || (a.strong === b.strong && a.emphasis === b.emphasis && a.delete === b.delete && sameLink(a.link, b.link))
}

function merged(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (run.leaf.type === 'text' && last?.leaf.type === 'text' && sameMarks(last.marks, run.marks)) {
      result[result.length - 1] = { leaf: { type: 'text', value: last.leaf.value + run.leaf.value }, marks: last.marks }
    } else if (run.leaf.type !== 'text' || run.leaf.value !== '') result.push(run)
  }
  return result
}

/** White space at the edge of a mark goes outside: it carries only the marks that what stands before and after it share. */
function spacesOutside(runs: readonly Run[]): Run[] {
  const pieces: Run[] = []
  for (const run of runs) {
    const match = run.leaf.type === 'text' ? /^(\s*)([^]*?)(\s*)$/.exec(run.leaf.value) : null
    if (match === null) pieces.push(run)
    else for (const value of match.slice(1)) if (value !== '') pieces.push({ leaf: { type: 'text', value }, marks: run.marks })
  }
  const after: Marks[] = []
  let mark = NO_MARKS
  for (let index = pieces.length - 1; index >= 0; index--) {
    after[index] = mark
    const piece = pieces[index]
    if (piece !== undefined && isSolid(piece)) mark = piece.marks
  }
  let before = NO_MARKS
  return pieces.map((piece, index) => {
    if (!isSolid(piece)) return { leaf: piece.leaf, marks: shared(shared(piece.marks, before), after[index] ?? NO_MARKS) }
    before = piece.marks
    return piece
  })
}

function isSolid({ leaf }: Run): boolean {
  return leaf.type !== 'break' && (leaf.type !== 'text' || /\S/.test(leaf.value))
}

function shared(a: Marks, b: Marks): Marks {
  return { link: sameLink(a.link, b.link) ? a.link : null, strong: a.strong && b.strong, emphasis: a.emphasis && b.emphasis, delete: a.delete && b.delete }
}

/** Without spaces and breaks at both ends, and without spaces around breaks. */
function trimmed(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (run.leaf.type === 'break') {
      trimEnd(result)
      if (result.length > 0) result.push(run)
    } else if (run.leaf.type === 'text' && (last === undefined || last.leaf.type === 'break')) {
      const value = run.leaf.value.replace(/^ +/, '')
      if (value !== '') result.push({ leaf: { type: 'text', value }, marks: run.marks })
    } else result.push(run)
  }
  trimEnd(result)
  while (result.at(-1)?.leaf.type === 'break') {
    result.pop()
    trimEnd(result)
  }
  return merged(result)
}

function trimEnd(runs: Run[]): void {
  for (let last = runs.at(-1); last?.leaf.type === 'text' && last.leaf.value.endsWith(' '); last = runs.at(-1)) {
    runs.pop()
    const value = last.leaf.value.replace(/ +$/, '')
    if (value !== '') runs.push({ leaf: { type: 'text', value }, marks: last.marks })
  }
}

function nest(runs: readonly Run[], level: number): PhrasingContent[] {
  const mark = ORDER[level]
  if (mark === undefined) return runs.map((run) => run.leaf)
  const nodes: PhrasingContent[] = []
  for (let start = 0; start < runs.length;) {
    const first = runs[start]
    if (first === undefined) break
    let end = start + 1
    for (let next = runs[end]; next !== undefined && sameMark(mark, first, next); next = runs[end]) end++
    const children = nest(runs.slice(start, end), level + 1)
    const { link } = first.marks
    if (mark === 'link' && link !== null) nodes.push({ type: 'link', url: link.url, title: link.title, children })
    else if (mark !== 'link' && first.marks[mark]) nodes.push({ type: mark, children })
    else nodes.push(...children)
    start = end
  }
  return nodes
}

function sameMark(mark: (typeof ORDER)[number], a: Run, b: Run): boolean {
  return mark === 'link' ? sameLink(a.marks.link, b.marks.link) : a.marks[mark] === b.marks[mark]
}

