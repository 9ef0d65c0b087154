import { Node, textblockTypeInputRule, wrappingInputRule, type Attribute } from '@tiptap/core'
import { NODES } from '@blamefree/editor'

/** The attributes that the editor's vocabulary gives to a node, carried through HTML as `data-…`, so that what is copied from an editor is whole in another. */
export function attributesOf(name: keyof typeof NODES): Record<string, Attribute> {
  const { attrs = {} } = NODES[name] as { attrs?: Readonly<Record<string, { readonly default: unknown }>> }
  return Object.fromEntries(
    Object.entries(attrs).map(([attribute, { default: otherwise }]) => [
      attribute,
      {
        default: otherwise,
        keepOnSplit: false,
        parseHTML: (element: HTMLElement) => element.getAttribute(`data-${attribute}`) ?? otherwise,
        renderHTML: (values: Readonly<Record<string, unknown>>) => (values[attribute] === otherwise ? {} : { [`data-${attribute}`]: values[attribute] }),
      } satisfies Attribute,
    ]),
  )
}

export const Doc = Node.create({ name: 'doc', topNode: true, content: NODES.doc.content })

export const Text = Node.create({ name: 'text', group: NODES.text.group })

export const Paragraph = Node.create({
  name: 'paragraph',
  ...NODES.paragraph,
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
  addKeyboardShortcuts() {
    return { 'Mod-Alt-0': () => this.editor.commands.setNode(this.name) }
  },
})

const LEVELS = [1, 2, 3, 4, 5, 6] as const

export const Heading = Node.create({
  name: 'heading',
  group: NODES.heading.group,
  content: NODES.heading.content,
  defining: NODES.heading.defining,
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  parseHTML: () => LEVELS.map((level) => ({ tag: `h${level}`, attrs: { level } })),
  renderHTML: ({ node }) => [`h${LEVELS.find((level) => level === node.attrs['level']) ?? 2}`, 0],
  addInputRules() {
    return LEVELS.map((level) => textblockTypeInputRule({ find: new RegExp(`^#{${level}}\\s$`), type: this.type, getAttributes: { level } }))
  },
  addKeyboardShortcuts() {
    return Object.fromEntries(LEVELS.map((level) => [`Mod-Alt-${level}`, () => this.editor.commands.toggleNode(this.name, 'paragraph', { level })]))
  },
})

export const Blockquote = Node.create({
  name: 'blockquote',
  ...NODES.blockquote,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*>\s$/, type: this.type })]
  },
})

export const HorizontalRule = Node.create({
  name: 'horizontalRule',
  ...NODES.horizontalRule,
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr'],
})

/** The title of a callout. */
export const Title = Node.create({
  name: 'title',
  ...NODES.title,
  parseHTML: () => [{ tag: 'div[data-title]' }],
  renderHTML: () => ['div', { 'data-title': '' }, 0],
})

export const HardBreak = Node.create({
  name: 'hardBreak',
  group: NODES.hardBreak.group,
  inline: true,
  selectable: false,
  addAttributes: () => attributesOf('hardBreak'),
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: ({ HTMLAttributes }) => ['br', HTMLAttributes],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    const insert = (): boolean => this.editor.commands.first(({ commands }) => [() => commands.exitCode(), () => commands.insertContent({ type: this.name })])
    return { 'Shift-Enter': insert, 'Mod-Enter': insert }
  },
})

export const Footnote = Node.create({
  name: 'footnote',
  content: NODES.footnote.content,
  defining: true,
  isolating: true,
  addAttributes: () => attributesOf('footnote'),
  parseHTML: () => [{ tag: 'aside[data-footnote]' }],
  renderHTML: ({ HTMLAttributes, node }) => ['aside', { ...HTMLAttributes, 'data-footnote': String(node.attrs['identifier']) }, 0],
})

export const FootnoteReference = Node.create({
  name: 'footnoteReference',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => attributesOf('footnoteReference'),
  parseHTML: () => [{ tag: 'sup[data-note]' }],
  renderHTML: ({ HTMLAttributes, node }) => ['sup', { ...HTMLAttributes, 'data-note': '' }, String(node.attrs['identifier'])],
})
