import { prosemirrorToYDoc } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { TEXTBLOCKS } from './editor-node.ts'
import { schema } from './schema.ts'
import { FRAGMENT } from './yjs-to-editor.ts'

/** The words that each thread of comments is about, on one line, by the thread's id, as they are now. A thread of which nothing is left is not there. */
export function passagesOf(ydoc: Y.Doc): Map<string, string> {
  const passages = new Map<string, string>()
  const ends = new Map<string, number>()
  const { spans, words } = flatten(ydoc)
  for (const { text, from } of spans) {
    let at = from
    for (const { insert, attributes = {} } of text.toDelta() as Run[]) {
      const end = at + insert.length
      for (const [name, value] of Object.entries(attributes)) {
        const thread = threadOf(name, value)
        if (thread === null) continue
        // What stands between two parts of a passage (a break, a chip, the end of a paragraph) is a space.
        const before = passages.get(thread)
        const apart = before !== undefined && words.slice(ends.get(thread), at) !== ''
        passages.set(thread, `${before ?? ''}${apart ? ' ' : ''}${insert}`)
        ends.set(thread, end)
      }
      at = end
    }
  }
  return new Map([...passages].map(([thread, passage]) => [thread, passage.replace(/\s+/g, ' ').trim()]))
}

/** Where a passage is: from where to where, as an editor says it in relative positions (`Y.relativePositionToJSON`), and its words, which are looked for where there are none or they are gone. */
export interface Place {
  readonly anchor: { readonly from: unknown; readonly to: unknown } | null
  readonly quote: string | null
}

/**
 * Puts the mark of a thread on a passage, as an editor would: nothing else of the text is touched. Gives the passage's words; null, and nothing is changed, when there is no such
 * passage (any more).
 */
export function markPassage(ydoc: Y.Doc, thread: string, { anchor, quote }: Place): string | null {
  const flat = flatten(ydoc)
  const range = (anchor === null ? null : rangeOfAnchor(ydoc, flat, anchor)) ?? (quote === null ? null : rangeOfQuote(flat, quote))
  if (range === null) return null
  const key = sharedNameOf(thread)
  ydoc.transact(() => {
    for (const { text, from, to } of flat.spans) {
      const [start, end] = [Math.max(from, range[0]), Math.min(to, range[1])]
      if (start < end) text.format(start - from, end - start, { [key]: { thread } })
    }
  })
  return passagesOf(ydoc).get(thread) ?? null
}

/** Takes the marks of a thread away, wherever they are. */
export function unmarkThread(ydoc: Y.Doc, thread: string): void {
  ydoc.transact(() => {
    for (const { text } of flatten(ydoc).spans) {
      let at = 0
      for (const { insert, attributes = {} } of text.toDelta() as Run[]) {
        for (const [name, value] of Object.entries(attributes)) if (threadOf(name, value) === thread) text.format(at, insert.length, { [name]: null })
        at += insert.length
      }
    }
  })
}

interface Run {
  readonly insert: string
  readonly attributes?: Readonly<Record<string, unknown>>
}

function threadOf(name: string, value: unknown): string | null {
  if (!/^comment(?:--|$)/.test(name) || typeof value !== 'object' || value === null) return null
  const { thread } = value as { thread?: unknown }
  return typeof thread === 'string' ? thread : null
}

/** The name under which the editor's binding shares a thread's mark. It holds a hash of the mark, which only the binding knows how to make. */
function sharedNameOf(thread: string): string {
  const node = schema.node('doc', null, [schema.node('paragraph', null, [schema.text('x', [schema.mark('comment', { thread })])])])
  const paragraph = prosemirrorToYDoc(node, FRAGMENT).getXmlFragment(FRAGMENT).get(0) as Y.XmlElement
  const [run] = (paragraph.get(0) as Y.XmlText).toDelta() as Run[]
  const [name = 'comment'] = Object.keys(run?.attributes ?? {})
  return name
}

/** A shared document as one string, with a line break after each block of text and one character for whatever is no text. */
interface Flat {
  readonly words: string
  /** Each shared text, from where to where in the string. */
  readonly spans: readonly { readonly text: Y.XmlText; readonly from: number; readonly to: number }[]
  /** Where the children of each element begin, and where the last one ends. */
  readonly edges: ReadonlyMap<object, readonly number[]>
}

function flatten(ydoc: Y.Doc): Flat {
  const spans: Flat['spans'][number][] = []
  const edges = new Map<object, number[]>()
  let words = ''
  const walk = (element: Y.XmlFragment | Y.XmlElement): void => {
    const starts: number[] = []
    for (const child of element.toArray()) {
      starts.push(words.length)
      if (child instanceof Y.XmlText) {
        const from = words.length
        words += (child.toDelta() as Run[]).map(({ insert }) => insert).join('')
        spans.push({ text: child, from, to: words.length })
      } else if (child instanceof Y.XmlElement && (child.length > 0 || TEXTBLOCKS.has(child.nodeName))) walk(child)
      else words += '\uFFFC'
    }
    edges.set(element, [...starts, words.length])
    if (element instanceof Y.XmlElement && TEXTBLOCKS.has(element.nodeName)) words += '\n'
  }
  walk(ydoc.getXmlFragment(FRAGMENT))
  return { words, spans, edges }
}

type Range = readonly [from: number, to: number]

function rangeOfAnchor(ydoc: Y.Doc, flat: Flat, { from, to }: NonNullable<Place['anchor']>): Range | null {
  const ends = [from, to].map((position) => offsetOf(ydoc, flat, position))
  const [a, b] = ends.toSorted((one, other) => (one ?? 0) - (other ?? 0))
  return a === null || b === null || a === undefined || b === undefined || !hasWords(flat, [a, b]) ? null : [a, b]
}

function offsetOf(ydoc: Y.Doc, { spans, edges }: Flat, position: unknown): number | null {
  const found = absolute(ydoc, position)
  if (found === null) return null
  const span = spans.find(({ text }) => text === found.type)
  return span === undefined ? (edges.get(found.type)?.[found.index] ?? null) : Math.min(span.from + found.index, span.to)
}

/** Anybody may have sent it; what is no position, or one in a text that is gone, is none. */
function absolute(ydoc: Y.Doc, position: unknown): Y.AbsolutePosition | null {
  try {
    return Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(position), ydoc)
  } catch {
    return null
  }
}

function rangeOfQuote(flat: Flat, quote: string): Range | null {
  const words = quote.split(/[\s\uFFFC]+/).filter((word) => word !== '')
  if (words.length === 0) return null
  const found = new RegExp(words.map((word) => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join('[\\s\\uFFFC]+')).exec(flat.words)
  if (found === null) return null
  const range: Range = [found.index, found.index + found[0].length]
  return hasWords(flat, range) ? range : null
}

const hasWords = ({ words }: Flat, [from, to]: Range): boolean => /[^\s\uFFFC]/.test(words.slice(from, to))
