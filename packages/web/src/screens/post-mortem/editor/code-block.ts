import { Node, textblockTypeInputRule } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import { NODES } from '@blamefree/editor'

const language = (element: HTMLElement): string | null =>
  element.getAttribute('data-language') ?? /\blanguage-([\w+#.-]{1,40})/.exec(element.firstElementChild?.className ?? '')?.[1] ?? null

/** Lines of code. Tab writes spaces; Enter three times, or the arrow down at its end, leaves it. */
export const CodeBlock = Node.create({
  name: 'codeBlock',
  group: NODES.codeBlock.group,
  content: NODES.codeBlock.content,
  marks: NODES.codeBlock.marks,
  code: true,
  defining: true,
  addAttributes: () => ({
    language: {
      default: null,
      parseHTML: language,
      renderHTML: ({ language }: { language?: unknown }) => (typeof language === 'string' ? { 'data-language': language } : {}),
    },
  }),
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' }],
  renderHTML: ({ HTMLAttributes }) => ['pre', HTMLAttributes, ['code', 0]],
  addInputRules() {
    return [
      textblockTypeInputRule({
        find: /^(?:```|~~~)([\w+#.-]*)[\s\n]$/,
        type: this.type,
        getAttributes: ([, language]) => ({ language: language === undefined || language === '' ? null : language }),
      }),
    ]
  },
  addKeyboardShortcuts() {
    return {
      'Mod-Alt-c': () => this.editor.commands.toggleNode(this.name, 'paragraph'),
      Tab: () => this.editor.isActive(this.name) && this.editor.commands.insertContent('  '),
      Backspace: () => {
        const { empty, $anchor } = this.editor.state.selection
        return empty && $anchor.parent.type === this.type && $anchor.parent.content.size === 0 && this.editor.commands.setNode('paragraph')
      },
      Enter: () => {
        const { empty, $from } = this.editor.state.selection
        if (!empty || $from.parent.type !== this.type || $from.parentOffset !== $from.parent.content.size || !$from.parent.textContent.endsWith('\n\n'))
          return false
        return this.editor
          .chain()
          .command(({ tr }) => {
            tr.delete($from.pos - 2, $from.pos)
            return true
          })
          .exitCode()
          .run()
      },
      ArrowDown: () => {
        const { empty, $from } = this.editor.state.selection
        const last = $from.parentOffset === $from.parent.content.size && $from.after() === this.editor.state.doc.content.size
        return empty && $from.parent.type === this.type && last && this.editor.commands.exitCode()
      },
    }
  },
  addProseMirrorPlugins() {
    const { type } = this
    return [
      new Plugin({
        props: {
          // What is pasted into code stays as it is.
          handlePaste(view, event) {
            const text = event.clipboardData?.getData('text/plain') ?? ''
            const { $from, from, to } = view.state.selection
            if (text === '' || $from.parent.type !== type) return false
            const { tr } = view.state
            tr.insertText(text.replace(/\r\n?/g, '\n'), from, to)
            view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(to)), -1)).scrollIntoView())
            return true
          },
        },
      }),
    ]
  },
})
