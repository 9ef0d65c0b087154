import { Extension } from '@tiptap/core'
import { Plugin, type Transaction } from '@tiptap/pm/state'
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
          const { isChangeOrigin = false, isUndoRedoOperation = false } = changeOf(tr)
          if (isChangeOrigin && !isUndoRedoOperation) theirs.add(state)
          return value
        },
      },
    }),
  ],
})

/** Whether a change is not one's own typing: somebody else's, or taken back or made again. */
export function isOfOthers(tr: Transaction): boolean {
  return changeOf(tr).isChangeOrigin === true
}

function changeOf(tr: Transaction): Change {
  return (tr.getMeta(ySyncPluginKey) as Change | undefined) ?? {}
}

interface Change {
  readonly isChangeOrigin?: boolean
  readonly isUndoRedoOperation?: boolean
}

/** States of the text that a change of others led to. */
const theirs = new WeakSet<object>()

/** Whether the browser keeps what one looks at in its place by itself. Safari is the one that cannot. */
export const ANCHORED: boolean = 'CSS' in globalThis && CSS.supports('overflow-anchor', 'auto')
