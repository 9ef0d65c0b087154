import { normalise, plainText } from '@blamefree/core'
import type { FootnoteDefinition, Root, RootContent } from 'mdast'
import { blocksIn } from './blocks-in.ts'
import type { WordReading } from './inline-in.ts'
import { openWordFile, type WordFile } from './word-file.ts'
import { elementAt, elementsIn } from './xml-tree.ts'

/** A Word file as it was read. */
export interface ReadWord {
  /** The words of the paragraph that is styled as the title; null where there is none. */
  readonly title: string | null
  /** Lists of label and value have `pairs` in their data. */
  readonly tree: Root
  /** Images by the names that the tree has for them. What is no image is `ONLY_WORD` there. */
  readonly images: ReadonlyMap<string, Uint8Array>
  /** Custom properties by name. */
  readonly properties: ReadonlyMap<string, string>
}

/** Reads the text of a .docx, ours or one that another program wrote: headings, lists, tables, boxes, quotations, code, notes, links, marks and images. Throws `docx/unreadable`. */
export function readDocx(bytes: Uint8Array): ReadWord {
  const file = openWordFile(bytes)
  const reading: WordReading = { file, part: 'document', images: new Map(), notes: [] }
  const { title, children } = blocksIn(elementsIn(elementAt(file.document, 'w:body')), reading)
  const tree = normalise({ type: 'root', children: [...children, ...notesIn(file, reading)] })
  return {
    title: title === null ? null : plainText({ type: 'paragraph', children: title }),
    tree: pairsKept(tree, children),
    images: reading.images,
    properties: file.properties,
  }
}

function notesIn(file: WordFile, reading: WordReading): FootnoteDefinition[] {
  const notes = new Map(elementsIn(file.notes).map((note) => [note.attributes['w:id'] ?? '', note]))
  return reading.notes.flatMap((id, index): FootnoteDefinition[] => {
    const note = notes.get(id)
    const identifier = String(index + 1)
    const children = note === undefined ? [] : (blocksIn(elementsIn(note), { ...reading, part: 'notes' }).children as FootnoteDefinition['children'])
    return children.length === 0 ? [] : [{ type: 'footnoteDefinition', identifier, label: identifier, children }]
  })
}

/** A tree is made normal with fresh nodes, which know nothing of pairs: they are told again by their order among the lists at the top. */
function pairsKept(tree: Root, before: readonly RootContent[]): Root {
  const lists = before.filter(({ type }) => type === 'list')
  let next = 0
  return {
    ...tree,
    children: tree.children.map((node) =>
      node.type === 'list' ? { ...node, ...(lists[next++]?.data === undefined ? {} : { data: { pairs: true } as object }) } : node,
    ),
  }
}
