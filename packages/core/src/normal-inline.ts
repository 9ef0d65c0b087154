import type { Nodes, PhrasingContent } from 'mdast'
import { cleanText } from './clean-text.ts'
import { cleanAttributes, cleanTitle, isUnwritableCode, TEXT_DIRECTIVES, trimSpaces, type InlineContext } from './inline-rules.ts'
import { safeImageUrl, safeUrl } from './safe-url.ts'

/**
 * A fresh copy of inline content that is plainly normal already, as that of nearly every document is; null when that cannot be seen at one look, and
 * `normaliseInline` has to do its work. Never anything but what `normaliseInline` would make: the tests hold the two against each other.
 */
export function normalCopy(children: readonly Nodes[], context: InlineContext): PhrasingContent[] | null {
  return copies(children, { context, place: context.place, level: -1, link: false })
}

interface Inside {
  readonly context: InlineContext
  /** The context's place, or `label` inside a directive. */
  readonly place: InlineContext['place']
  /** Of the mark around, in the order in which marks nest: link 0, strong 1, emphasis 2, delete 3; -1 at the top. */
  readonly level: number
  readonly link: boolean
}

const LEVELS: Readonly<Record<string, number>> = { link: 0, strong: 1, emphasis: 2, delete: 3 }

function copies(children: readonly Nodes[], inside: Inside): PhrasingContent[] | null {
  const [only] = children
  if (children.length === 1 && only !== undefined) {
    // A list of one is made as one: a list that grows keeps room for sixteen more.
    const copy = mayFollow(only, undefined, true) ? copyOf(only, inside) : null
    return copy === null ? null : [copy]
  }
  const made: PhrasingContent[] = []
  const last = children.length - 1
  for (let index = 0; index <= last; index++) {
    const node = children[index] as Nodes
    const before = children[index - 1]
    const copy = mayFollow(node, before, index === last) ? copyOf(node, inside) : null
    if (copy === null) return null
    made.push(copy)
  }
  return made
}

/** Whether a node may stand after another, and may be the last: neighbours of one kind would be one, and spaces stand at no edge and at no break. */
function mayFollow(node: Nodes, before: Nodes | undefined, last: boolean): boolean {
  if (node.type === 'break')
    return !last && before !== undefined && before.type !== 'break' && !(before.type === 'text' && isSpace(before.value, before.value.length - 1))
  if (before?.type === 'footnoteReference' && node.type !== 'text') return false
  if (node.type !== 'text') return before?.type !== node.type || (node.type !== 'inlineCode' && LEVELS[node.type] === undefined)
  if (node.value === '' || before?.type === 'text') return false
  if ((before === undefined || before.type === 'break') && isSpace(node.value, 0)) return false
  return !last || !isSpace(node.value, node.value.length - 1)
}

/** Whether the text has white space there. Most of what is asked about is a letter of ASCII. */
function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit <= 0x20 || (unit > 0x7e && /\s/.test(text.charAt(at)))
}

function copyOf(node: Nodes, inside: Inside): PhrasingContent | null {
  const { context, place, level, link } = inside
  switch (node.type) {
    case 'text':
      return isClean(node.value) ? { type: 'text', value: node.value } : null
    case 'inlineCode':
      return node.value === '' || !isClean(node.value) || isUnwritableCode(node.value, place, link) ? null : { type: 'inlineCode', value: node.value }
    case 'break':
      return place === 'line' || place === 'label' ? null : { type: 'break' }
    case 'strong':
    case 'emphasis':
    case 'delete':
    case 'link':
      return markOf(node, inside)
    case 'image': {
      if (place === 'label' || safeImageUrl(node.url) !== node.url) return null
      return { type: 'image', url: node.url, title: cleanTitle(node.title), alt: trimSpaces(cleanText(node.alt ?? '')) }
    }
    case 'footnoteReference':
      // Inside a mark it could end beside a directive outside.
      if (level >= 0 || place === 'label' || context.footnotes.get(node.identifier) !== node.identifier) return null
      return { type: 'footnoteReference', identifier: node.identifier, label: node.identifier }
    case 'textDirective': {
      if (place === 'label' || !TEXT_DIRECTIVES.includes(node.name)) return null
      const words = copies(node.children, { context, place: 'label', level: -1, link: false })
      return words === null ? null : { type: 'textDirective', name: node.name, attributes: cleanAttributes(node.attributes), children: words }
    }
    default:
      return null
  }
}

function markOf(node: Extract<Nodes, { type: 'strong' | 'emphasis' | 'delete' | 'link' }>, { context, place, level, link }: Inside): PhrasingContent | null {
  const own = LEVELS[node.type] ?? -1
  if (own <= level || node.children.length === 0) return null
  if (node.type === 'link' && (place === 'label' || safeUrl(node.url) !== node.url)) return null
  const children = copies(node.children, { context, place, level: own, link: link || node.type === 'link' })
  if (children === null) return null
  return node.type === 'link' ? { type: 'link', url: node.url, title: cleanTitle(node.title), children } : { type: node.type, children }
}

function isClean(text: string): boolean {
  return cleanText(text) === text
}
