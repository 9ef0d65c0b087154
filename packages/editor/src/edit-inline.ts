import { updateYFragment } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import type { EditorMark, EditorNode } from './editor-node.ts'
import { schema } from './schema.ts'

/**
 * Makes a shared paragraph, heading, title or code block say what a node says, character by character, so that what somebody types in it at the same time stays.
 * Comments stay on the words that stay, and so do spaces at the ends, which the document does not have but whoever types needs.
 */
export function editInline(element: Y.XmlElement, old: EditorNode, next: EditorNode): void {
  const content = withComments(old, withSpaces(old, next))
  const node = schema.nodeFromJSON({ ...next, attrs: { ...old.attrs, ...next.attrs }, content })
  updateYFragment({ transact: (work: () => void) => work() }, element, node, { mapping: new Map(), isOMark: new Map() })
}

function withSpaces(old: EditorNode, next: EditorNode): readonly EditorNode[] {
  const content = next.content ?? []
  if (content.length === 0 || next.type === 'codeBlock') return content
  const words = (old.content ?? []).map(textIn).join('')
  const text = (value: string): EditorNode[] => (value === '' ? [] : [{ type: 'text', text: value }])
  return joined([...text(/^ */.exec(words)?.[0] ?? ''), ...content, ...text(words.trim() === '' ? '' : (/ *$/.exec(words)?.[0] ?? ''))])
}

/** Neighbouring texts with the same marks are one. */
function joined(content: readonly EditorNode[]): EditorNode[] {
  const result: EditorNode[] = []
  for (const node of content) {
    const last = result.at(-1)
    if (node.type === 'text' && last?.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks)) {
      result[result.length - 1] = { ...last, text: (last.text ?? '') + (node.text ?? '') }
    } else result.push(node)
  }
  return result
}

/** A text's own text; of anything else one character, so that positions count as the editor counts. */
const textIn = (node: EditorNode): string => node.text ?? '\uFFFC'

function withComments(old: EditorNode, content: readonly EditorNode[]): readonly EditorNode[] {
  const before = (old.content ?? []).map(textIn).join('')
  const after = content.map(textIn).join('')
  const passages = passagesOf(old.content ?? []).flatMap((passage) => {
    const moved = movedTo(passage, before, after)
    return moved === null ? [] : [moved]
  })
  if (passages.length === 0) return content
  let position = 0
  return joined(
    content.flatMap((node): EditorNode[] => {
      const from = position
      position += textIn(node).length
      if (node.type !== 'text') return [node]
      return (node.text ?? '').split('').map((text, index) => {
        const comments = passages.filter((passage) => passage.from <= from + index && from + index < passage.to).map(({ mark }) => mark)
        const marks = [...(node.marks ?? []), ...comments]
        return { ...node, text, ...(marks.length > 0 ? { marks } : {}) }
      })
    }),
  )
}

/** What a thread of comments is about: from where to where in a text. */
interface Passage {
  readonly mark: EditorMark
  readonly from: number
  readonly to: number
}

function passagesOf(content: readonly EditorNode[]): Passage[] {
  const passages = new Map<string, Passage>()
  let position = 0
  for (const node of content) {
    const to = position + textIn(node).length
    for (const mark of node.marks ?? []) {
      const key = JSON.stringify(mark)
      if (mark.type === 'comment') passages.set(key, { mark, from: passages.get(key)?.from ?? position, to })
    }
    position = to
  }
  return [...passages.values()]
}

/** The passage in the new text: the same words, the nearest to where they were, or what is left of them before or after what has changed. Null when nothing is. */
function movedTo({ mark, from, to }: Passage, before: string, after: string): Passage | null {
  const words = before.slice(from, to)
  let nearest: number | null = null
  for (let at = after.indexOf(words); at >= 0; at = after.indexOf(words, at + 1))
    if (nearest === null || Math.abs(at - from) < Math.abs(nearest - from)) nearest = at
  if (nearest !== null) return { mark, from: nearest, to: nearest + words.length }
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  const shift = after.length - before.length
  const left = from < start ? from : Math.max(from, before.length - end) + shift
  const right = to > before.length - end ? to + shift : Math.min(to, start)
  return left < right ? { mark, from: left, to: right } : null
}
