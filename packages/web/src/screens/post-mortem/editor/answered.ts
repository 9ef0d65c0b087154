import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { isContainer, saysSo, sectionsOf, type WrittenSection } from './sections.ts'

interface Range {
  readonly from: number
  readonly to: number
}

/**
 * What asked for a section to be written and has been answered by the change between two states: its first words were written into an empty line of the same section. In the order and at the
 * positions of `after`. Words in a line that a template has begun, such as `Affected services:`, answer nothing, and neither do the signs that begin a list, a heading or a command.
 */
export function answered(before: EditorState, after: EditorState): readonly Range[] {
  const { $from } = before.selection
  const begun = $from.parent
  if (!begun.isTextblock || begun.type.name === 'heading' || /\p{L}/u.test(begun.textContent)) return []
  if ($from.depth > 1 && isContainer($from.node(1), 'generated', 'guidance', 'evidence')) return []
  const { $from: $now } = after.selection
  const words = $now.parent.textContent
  if ($now.parent.type.name === 'heading' || !/\p{L}/u.test(words) || /^[/@]/.test(words)) return []
  const [was, is] = [sectionAt(before.doc, $from.pos), sectionAt(after.doc, $now.pos)]
  if (was === null || is === null || was.title !== is.title) return []
  return placeholders(after.doc, is)
}

/** What asks for the section to be written that the caret is in, wherever it stands there by now. */
export function askedAround({ doc, selection }: EditorState): readonly Range[] {
  const section = sectionAt(doc, selection.from)
  return section === null ? [] : placeholders(doc, section)
}

function sectionAt(doc: Node, position: number): WrittenSection | null {
  return sectionsOf(doc).find(({ from, to }) => from < position && position <= to) ?? null
}

/** Of the section's own content: the paragraphs that say so, with the machine's container around those that are all it holds. */
function placeholders(doc: Node, { from, to }: WrittenSection): Range[] {
  const found: Range[] = []
  doc.nodesBetween(from, to, (node, at) => {
    const goes = saysSo(node)
    if (goes) found.push({ from: at, to: at + node.nodeSize })
    return !goes && isContainer(node, 'generated')
  })
  return found
}
