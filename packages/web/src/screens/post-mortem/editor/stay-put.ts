import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/**
 * When others write above, the browser itself keeps what one looks at in its place (scroll anchoring). The editor would measure where the caret is with each of their letters, and have
 * everything laid out for it.
 */
export const StayPut = Extension.create({
  name: 'stayPut',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleScrollToSelection: ({ state }) => theirs.has(state) && ANCHORED,
      },
      state: {
        init: () => undefined,
        apply(tr, value, _, state) {
          const { isChangeOrigin = false, isUndoRedoOperation = false } = (tr.getMeta(ySyncPluginKey) as Change | undefined) ?? {}
          if (isChangeOrigin && !isUndoRedoOperation) theirs.add(state)
          return value
        },
      },
    }),
  ],
})

interface Change {
  readonly isChangeOrigin?: boolean
  readonly isUndoRedoOperation?: boolean
}

/** States of the text that a change of others led to. */
const theirs = new WeakSet<object>()

/** Whether the browser keeps what one looks at in its place by itself. Safari is the one that cannot. */
export const ANCHORED: boolean = 'CSS' in globalThis && CSS.supports('overflow-anchor', 'auto')
