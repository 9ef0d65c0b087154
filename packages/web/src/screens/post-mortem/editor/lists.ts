import { InputRule, wrappingInputRule } from '@tiptap/core'
import { BulletList as Bullets, ListItem as Item, ListKeymap, OrderedList as Numbers } from '@tiptap/extension-list'
import { Fragment } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { canJoin } from '@tiptap/pm/transform'
import { NODES } from '@blamefree/editor'
import { postMortem as words } from '../../../text/post-mortem.ts'

export const BulletList = Bullets.extend({ content: NODES.bulletList.content })

export const OrderedList = Numbers.extend({
  content: NODES.orderedList.content,
  addAttributes: () => ({ start: { default: 1, parseHTML: (element: HTMLElement) => Number.parseInt(element.getAttribute('start') ?? '1', 10) || 1 } }),
  renderHTML: ({ node }) => ['ol', node.attrs['start'] === 1 ? {} : { start: String(node.attrs['start']) }, 0],
  addInputRules() {
    return [
      wrappingInputRule({
        find: /^(\d{1,9})[.)]\s$/,
        type: this.type,
        getAttributes: ([, number = '1']) => ({ start: Number(number) }),
        joinPredicate: ([, number = '1'], node) => node.childCount + Number(node.attrs['start']) === Number(number),
      }),
    ]
  },
})

/** An item of a list; `checked` is null for one without a box. */
export const ListItem = Item.extend({
  content: NODES.listItem.content,
  addAttributes: () => ({
    checked: {
      default: null,
      keepOnSplit: false,
      parseHTML: (element: HTMLElement) => {
        const said = element.getAttribute('data-checked')
        if (said !== null) return said === 'true'
        const box = element.querySelector(':scope > input[type=checkbox], :scope > label > input[type=checkbox], :scope > p > input[type=checkbox]')
        return box === null ? null : box.hasAttribute('checked')
      },
      renderHTML: ({ checked }: { checked?: unknown }) => (typeof checked === 'boolean' ? { 'data-checked': String(checked) } : {}),
    },
  }),
  addInputRules() {
    return [
      // `[ ] ` at the beginning of a line makes it an item with a box.
      new InputRule({
        find: /^\s*\[([ xX]?)\]\s$/,
        handler: ({ state: { tr, schema }, range, match: [, sign = ''] }) => {
          const checked = /x/i.test(sign)
          const $from = tr.doc.resolve(range.from)
          const list = schema.nodes['bulletList']
          if ($from.depth > 1 && $from.node(-1).type === this.type) {
            tr.setNodeMarkup($from.before(-1), undefined, { checked }).delete(range.from, range.to)
            return
          }
          if (list === undefined || !$from.node(-1).canReplaceWith($from.index(-1), $from.indexAfter(-1), list)) return
          const paragraph = schema.nodes['paragraph']?.create(null, $from.parent.content.cut(range.to - $from.start())) ?? null
          const before = $from.before()
          tr.replaceWith(before, $from.after(), list.create(null, this.type.create({ checked }, paragraph === null ? Fragment.empty : paragraph)))
          tr.setSelection(TextSelection.near(tr.doc.resolve(before + 3)))
          if (canJoin(tr.doc, before) && $from.nodeBefore?.type === list) tr.join(before)
        },
      }),
    ]
  },
  addKeyboardShortcuts() {
    const inItem = (): boolean => this.editor.isActive(this.name)
    return {
      Enter: () => {
        const { checked } = this.editor.getAttributes(this.name)
        return this.editor.commands.splitListItem(this.name, typeof checked === 'boolean' ? { checked: false } : {})
      },
      Tab: () => this.editor.commands.sinkListItem(this.name) || (inItem() && !this.editor.isActive('table')),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
      'Mod-Enter': () => {
        const { checked } = this.editor.getAttributes(this.name)
        return typeof checked === 'boolean' && this.editor.commands.updateAttributes(this.name, { checked: !checked })
      },
      'Mod-Shift-9': () => this.editor.commands.toggleCheckList(),
    }
  },
  addCommands() {
    return {
      toggleCheckList:
        () =>
        ({ editor, chain }) => {
          const { checked } = editor.getAttributes(this.name)
          if (editor.isActive(this.name))
            return chain()
              .updateAttributes(this.name, { checked: typeof checked === 'boolean' ? null : false })
              .run()
          return chain().toggleList('bulletList', this.name).updateAttributes(this.name, { checked: false }).run()
        },
    }
  },
  addNodeView() {
    return ({ node: first, getPos, editor }) => {
      const dom = document.createElement('li')
      if (typeof first.attrs['checked'] !== 'boolean')
        return { dom, contentDOM: dom, update: (node) => node.type === first.type && typeof node.attrs['checked'] !== 'boolean' }
      const box = document.createElement('input')
      const contentDOM = document.createElement('div')
      box.type = 'checkbox'
      box.contentEditable = 'false'
      box.disabled = !editor.isEditable
      box.addEventListener('change', () => {
        const at = getPos()
        if (at === undefined) return
        const { checked } = box
        editor.view.dispatch(editor.state.tr.setNodeMarkup(at, undefined, { checked }))
      })
      const show = (node: typeof first): void => {
        dom.dataset['checked'] = String(node.attrs['checked'])
        box.checked = node.attrs['checked'] === true
        box.setAttribute('aria-label', words.done(node.firstChild?.textContent ?? ''))
      }
      show(first)
      dom.append(box, contentDOM)
      return {
        dom,
        contentDOM,
        update(node) {
          if (node.type !== first.type || typeof node.attrs['checked'] !== 'boolean') return false
          show(node)
          return true
        },
        stopEvent: (event) => event.target === box,
        ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
      }
    }
  },
})

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    checkList: {
      /** Gives every chosen item a box, or takes it away. */
      toggleCheckList: () => ReturnType
    }
  }
}

/** Backspace and Delete at the edges of items. */
export const ListKeys = ListKeymap.configure({ listTypes: [{ itemName: 'listItem', wrapperNames: ['bulletList', 'orderedList'] }] })
