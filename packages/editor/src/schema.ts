import { Schema, type MarkSpec, type NodeSpec } from 'prosemirror-model'

/**
 * The version of the schema below. A client says it in the address of a room (`?schema=1`) and is refused when it is another: an editor removes from the shared document what
 * its own schema does not know. It grows with every new node, mark or attribute.
 */
export const SCHEMA_VERSION = 1

/**
 * Every node of the editor, under the names that TipTap gives to them. What shows them and reads them from HTML is the web's, which adds `parseDOM` and `toDOM` to these.
 *
 * Contents are wider than a document is (a footnote may stand anywhere at the top, a table cell may have two paragraphs), because what several people do at the same time may
 * meet in them, and an editor removes what does not fit. `treeOfEditor` brings them into the document's shape.
 *
 * Attributes are flat: the attributes of a directive are one JSON text, so that they are compared and merged as one value and kept whole whatever their names are.
 */
export const NODES = {
  doc: { content: '(block | footnote)+' },
  paragraph: { group: 'block', content: 'inline*' },
  heading: { group: 'block', content: 'inline*', defining: true, attrs: { level: { default: 2 } } },
  blockquote: { group: 'block', content: 'block+', defining: true },
  bulletList: { group: 'block', content: 'listItem+' },
  orderedList: { group: 'block', content: 'listItem+', attrs: { start: { default: 1 } } },
  /** `checked`: null for an item without a box. */
  listItem: { content: 'block+', defining: true, attrs: { checked: { default: null } } },
  codeBlock: { group: 'block', content: 'text*', marks: 'comment', code: true, defining: true, attrs: { language: { default: null } } },
  horizontalRule: { group: 'block' },
  table: { group: 'block', content: 'tableRow+', tableRole: 'table', isolating: true },
  tableRow: { content: '(tableHeader | tableCell)+', tableRole: 'row' },
  tableHeader: { content: 'paragraph+', tableRole: 'header_cell', isolating: true, attrs: cellAttributes() },
  tableCell: { content: 'paragraph+', tableRole: 'cell', isolating: true, attrs: cellAttributes() },
  /** Every container directive: callouts, live blocks, guidance, evidence, generated prose. A new kind of them needs no new schema. */
  container: { group: 'block', content: '(block | title)+', defining: true, attrs: { name: { default: 'callout' }, attributes: { default: '{}' } } },
  /** The title of a callout: the first child of its container. */
  title: { content: 'inline*', defining: true },
  footnote: { content: 'block+', defining: true, isolating: true, attrs: { identifier: { default: '1' } } },
  text: { group: 'inline' },
  /** `around` null: what its neighbours share. */
  hardBreak: { group: 'inline', inline: true, selectable: false, attrs: around() },
  image: { group: 'inline', inline: true, draggable: true, attrs: { src: { default: '' }, alt: { default: '' }, title: { default: null }, ...around() } },
  footnoteReference: { group: 'inline', inline: true, atom: true, attrs: { identifier: { default: '1' }, ...around() } },
  /** A person, a moment or a timeline event. `label` is a JSON text: the inline nodes of the tree that it shows. */
  directive: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: { name: { default: 'person' }, attributes: { default: '{}' }, label: { default: '[]' }, ...around() },
  },
} satisfies Readonly<Record<string, NodeSpec>>

/** Every mark, from the outermost in. Code excludes no other mark: a document may have strong code in a link. */
export const MARKS = {
  link: { inclusive: false, attrs: { href: {}, title: { default: null } } },
  bold: {},
  italic: {},
  strike: {},
  code: { code: true },
  /** The passage that a thread of comments is about; no part of the document's tree. Several may lie over each other. */
  comment: { inclusive: false, excludes: '', attrs: { thread: {} } },
} satisfies Readonly<Record<string, MarkSpec>>

/** The editor's schema: the same for the web, where people type, and for the server, which checks and edits. */
export const schema: Schema<keyof typeof NODES, keyof typeof MARKS> = new Schema({ nodes: NODES, marks: MARKS })

function cellAttributes(): NonNullable<NodeSpec['attrs']> {
  return { align: { default: null }, colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } }
}

/** Yjs keeps marks of text only. What stands around another inline node is an attribute of it: a JSON text of marks, null for none. */
function around(): NonNullable<NodeSpec['attrs']> {
  return { around: { default: null } }
}
