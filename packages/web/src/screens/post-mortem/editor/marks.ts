import { InputRule, Mark, markInputRule, markPasteRule } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import { safeUrl } from '@blamefree/core'

const plainWeight = (element: HTMLElement): false | null => (element.style.fontWeight === 'normal' ? false : null)

export const Bold = Mark.create({
  name: 'bold',
  parseHTML: () => [
    { tag: 'strong' },
    // Google's documents wrap everything in a <b> that is not bold.
    { tag: 'b', getAttrs: plainWeight },
    { style: 'font-weight', getAttrs: (value) => (/^(?:bold(?:er)?|[6-9]\d\d)$/.test(value) ? null : false) },
  ],
  renderHTML: () => ['strong', 0],
  addKeyboardShortcuts() {
    return { 'Mod-b': () => this.editor.commands.toggleMark(this.name) }
  },
  addInputRules() {
    return [/(?:^|\s)(\*\*(?!\s+\*\*)((?:[^*]+))\*\*(?!\s+\*\*))$/, /(?:^|\s)(__(?!\s+__)((?:[^_]+))__(?!\s+__))$/].map((find) =>
      markInputRule({ find, type: this.type }),
    )
  },
  addPasteRules() {
    return [markPasteRule({ find: /(?:^|\s)(\*\*(?!\s+\*\*)((?:[^*]+))\*\*(?!\s+\*\*))/g, type: this.type })]
  },
})

export const Italic = Mark.create({
  name: 'italic',
  parseHTML: () => [{ tag: 'em' }, { tag: 'i', getAttrs: (element) => (element.style.fontStyle === 'normal' ? false : null) }, { style: 'font-style=italic' }],
  renderHTML: () => ['em', 0],
  addKeyboardShortcuts() {
    return { 'Mod-i': () => this.editor.commands.toggleMark(this.name) }
  },
  addInputRules() {
    return [/(?:^|\s)(\*(?!\s+\*)((?:[^*]+))\*(?!\s+\*))$/, /(?:^|\s)(_(?!\s+_)((?:[^_]+))_(?!\s+_))$/].map((find) => markInputRule({ find, type: this.type }))
  },
})

export const Strike = Mark.create({
  name: 'strike',
  parseHTML: () => [
    { tag: 's' },
    { tag: 'del' },
    { tag: 'strike' },
    { style: 'text-decoration', consuming: false, getAttrs: (value) => (value.includes('line-through') ? {} : false) },
  ],
  renderHTML: () => ['s', 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-s': () => this.editor.commands.toggleMark(this.name) }
  },
  addInputRules() {
    return [markInputRule({ find: /(?:^|\s)(~~(?!\s+~~)((?:[^~]+))~~(?!\s+~~))$/, type: this.type })]
  },
})

export const Code = Mark.create({
  name: 'code',
  code: true,
  exitable: true,
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: () => ['code', 0],
  addKeyboardShortcuts() {
    return { 'Mod-e': () => this.editor.commands.toggleMark(this.name) }
  },
  addInputRules() {
    return [markInputRule({ find: /(^|[^`])`([^`]+)`(?!`)$/, type: this.type })]
  },
  addPasteRules() {
    return [markPasteRule({ find: /(^|[^`])`([^`]+)`(?!`)/g, type: this.type })]
  },
})

/** A link to http, https or mailto; any other address is text. It opens with Ctrl or ⌘ while writing, and by a click while reading. */
export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({
    href: { isRequired: true, parseHTML: (element: HTMLElement) => safeUrl(element.getAttribute('href') ?? '') },
    title: { default: null },
  }),
  parseHTML: () => [{ tag: 'a[href]', getAttrs: (element) => (safeUrl(element.getAttribute('href') ?? '') === null ? false : null) }],
  renderHTML: ({ mark }) => {
    const href = safeUrl(String(mark.attrs['href']))
    return [
      'a',
      { ...(href === null ? {} : { href }), target: '_blank', rel: 'noopener noreferrer nofollow', title: (mark.attrs['title'] as string | null) ?? href },
      0,
    ]
  },
  addInputRules() {
    return [
      new InputRule({
        find: /\[([^\]]+)\]\((\S+)\)$/,
        handler: ({ state, range, match: [, words = '', address = ''] }) => {
          const href = safeUrl(address)
          if (href === null) return
          state.tr.replaceWith(range.from, range.to, state.schema.text(words, [this.type.create({ href })])).removeStoredMark(this.type)
        },
      }),
    ]
  },
  addProseMirrorPlugins() {
    const { type, editor } = this
    return [
      new Plugin({
        props: {
          handleClick(_view, _position, event) {
            const link = event.target instanceof Element ? event.target.closest('a[href]') : null
            if (link === null || (editor.isEditable && !event.metaKey && !event.ctrlKey)) return false
            window.open(link.getAttribute('href') ?? '', '_blank', 'noopener,noreferrer')
            return true
          },
          /** An address that is pasted over words makes them a link; alone it is a link that says its address. */
          handlePaste(view, event) {
            const text = (event.clipboardData?.getData('text/plain') ?? '').trim()
            const href = /^(?:https?:\/\/|mailto:)\S+$/.test(text) ? safeUrl(text) : null
            const { selection, tr, schema } = view.state
            if (
              href === null ||
              !(selection instanceof TextSelection) ||
              !selection.$from.sameParent(selection.$to) ||
              selection.$from.parent.type.spec.code === true
            )
              return false
            const mark = type.create({ href })
            if (selection.empty) view.dispatch(tr.replaceSelectionWith(schema.text(text, [mark]), false).scrollIntoView())
            else view.dispatch(tr.addMark(selection.from, selection.to, mark))
            return true
          },
        },
      }),
    ]
  },
})

/** The passage that a thread is about. The server sets it; what is pasted never has it. */
export const Comment = Mark.create({
  name: 'comment',
  inclusive: false,
  excludes: '',
  addAttributes: () => ({ thread: { isRequired: true } }),
  renderHTML: ({ mark }) => ['mark', { 'data-thread': String(mark.attrs['thread']) }, 0],
})
