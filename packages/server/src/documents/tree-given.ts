import type { Root } from 'mdast'

/** Nodes that hold others: without `children` they are no nodes. */
const PARENTS: ReadonlySet<string> = new Set([
  'root',
  'paragraph',
  'heading',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'footnoteDefinition',
  'containerDirective',
  'leafDirective',
  'textDirective',
])
/** Nodes that are words. */
const LITERALS: ReadonlySet<string> = new Set(['text', 'inlineCode', 'code', 'html'])
/** Nodes with an address or an identifier of their own. */
const NEEDED: Readonly<Record<string, string>> = {
  link: 'url',
  image: 'url',
  definition: 'url',
  linkReference: 'identifier',
  imageReference: 'identifier',
  footnoteReference: 'identifier',
  footnoteDefinition: 'identifier',
  containerDirective: 'name',
  leafDirective: 'name',
  textDirective: 'name',
}
const WORDS = ['url', 'title', 'alt', 'lang', 'meta', 'identifier', 'label', 'referenceType', 'name'] as const
const MOST_NODES = 400_000
const DEEPEST = 200

/** JSON that somebody sent, as a tree of mdast (github.com/syntax-tree/mdast) that can be normalised; null for what is none. Unknown kinds of nodes pass: normalising keeps their words. */
export function treeGiven(value: unknown): Root | null {
  let count = 0
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (++count > MOST_NODES || next.depth > DEEPEST || !isNode(next.value)) return null
    for (const child of (next.value['children'] as readonly unknown[] | undefined) ?? []) waiting.push({ value: child, depth: next.depth + 1 })
  }
  return (value as Root).type === 'root' ? (value as Root) : null
}

function isNode(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isRecord(value) || typeof value['type'] !== 'string') return false
  const { type, children, attributes, depth, align } = value
  if (children !== undefined && !Array.isArray(children)) return false
  if (children === undefined && PARENTS.has(type)) return false
  if (typeof value['value'] !== 'string' && (LITERALS.has(type) || value['value'] !== undefined)) return false
  const needed = NEEDED[type]
  if (needed !== undefined && typeof value[needed] !== 'string') return false
  if (WORDS.some((name) => value[name] !== undefined && value[name] !== null && typeof value[name] !== 'string')) return false
  if (type === 'heading' && !(Number.isInteger(depth) && Number(depth) >= 1 && Number(depth) <= 6)) return false
  if (align !== undefined && align !== null && !Array.isArray(align)) return false
  if (attributes === undefined || attributes === null) return true
  return isRecord(attributes) && Object.values(attributes).every((value) => value === null || typeof value === 'string')
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
