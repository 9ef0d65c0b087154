import { Extension, type Editor, type Range } from '@tiptap/core'
import { PluginKey } from '@tiptap/pm/state'
import { ReactRenderer } from '@tiptap/react'
import { Suggestion, type SuggestionProps } from '@tiptap/suggestion'
import { MenuList, type Choice, type MenuListProps } from './menu-list.tsx'

/** A menu that opens in the text behind a character. */
export interface Menu<C extends Choice> {
  readonly name: string
  readonly character: string
  readonly label: string
  /** Whether what is looked for may have spaces. */
  readonly spaces?: boolean
  readonly choices: (query: string) => readonly C[] | Promise<readonly C[]>
  readonly run: (editor: Editor, range: Range, choice: C) => void
}

/** The menu as an extension. It opens nowhere in code. */
export function suggesting<C extends Choice>({ name, character, label, spaces = false, choices, run }: Menu<C>): Extension {
  return Extension.create({
    name,
    addProseMirrorPlugins() {
      return [
        Suggestion<C, C>({
          editor: this.editor,
          pluginKey: new PluginKey(name),
          char: character,
          allowSpaces: spaces,
          allowedPrefixes: [' ', '('],
          // Within the page's landmark, and not beside it.
          container: '#content',
          items: async ({ query }) => [...(await choices(query))],
          command: ({ editor, range, props }) => run(editor, range, props),
          allow: ({ editor, state, range }) => editor.isEditable && state.doc.resolve(range.from).parent.type.spec.code !== true && !editor.isActive('code'),
          render: () => shown(`menu-${name}`, label),
        }),
      ]
    },
  })
}

type Given<C extends Choice> = SuggestionProps<C, C>

/** The menu on the page, and the keys that move in it. The text says to a screen reader which choice is the current one. */
function shown<C extends Choice>(id: string, label: string) {
  let renderer: ReactRenderer<unknown, MenuListProps> | null = null
  let unmount = (): void => undefined
  let given: Given<C> | null = null
  let index = 0
  const props = (): MenuListProps => ({
    id,
    label,
    choices: given?.items ?? [],
    index,
    loading: given?.loading ?? false,
    choose: (choice) => given?.command(choice as C),
  })
  const show = (): void => {
    renderer?.updateProps(props())
    const text = given?.editor.view.dom
    text?.setAttribute('aria-controls', id)
    if ((given?.items.length ?? 0) > 0) text?.setAttribute('aria-activedescendant', `${id}-${index}`)
    else text?.removeAttribute('aria-activedescendant')
  }
  return {
    onStart(start: Given<C>) {
      ;[given, index] = [start, 0]
      renderer = new ReactRenderer<unknown, MenuListProps>(MenuList, { editor: start.editor, props: props() })
      renderer.element.style.zIndex = '200'
      unmount = start.mount(renderer.element)
      show()
    },
    onUpdate(next: Given<C>) {
      if (next.query !== given?.query) index = 0
      given = next
      index = Math.max(0, Math.min(index, next.items.length - 1))
      show()
    },
    onKeyDown({ event }: { event: KeyboardEvent }): boolean {
      const count = given?.items.length ?? 0
      if (count === 0) return false
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        index = (index + (event.key === 'ArrowDown' ? 1 : count - 1)) % count
        show()
        return true
      }
      const choice = given?.items[index]
      if ((event.key !== 'Enter' && event.key !== 'Tab') || choice === undefined) return false
      given?.command(choice)
      return true
    },
    onExit() {
      given?.editor.view.dom.removeAttribute('aria-controls')
      given?.editor.view.dom.removeAttribute('aria-activedescendant')
      unmount()
      renderer?.destroy()
      renderer = null
    },
  }
}
