import { Extension, type Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** A remark of lint at a place of the text. */
export interface LintMark {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly weight: 'error' | 'warning' | 'info'
}

/** What is marked in the text beside what is written. */
export interface Highlights {
  /** The thread or remark that is open beside the text. */
  readonly open: string | null
  /** Threads whose passage is not to be seen. */
  readonly settled: ReadonlySet<string>
  readonly lint: readonly LintMark[]
  /** The passage that somebody is about to comment on. */
  readonly passage: readonly [number, number] | null
}

interface Kept {
  readonly shown: Highlights
  readonly marks: DecorationSet
}

const KEY = new PluginKey<Kept>('highlights')
const NOTHING: Highlights = { open: null, settled: new Set(), lint: [], passage: null }

/** Marks passages that are commented on, what lint found, and which of them is open. `onOpen`: somebody clicked on one. */
export function highlights(onOpen: (id: string) => void): Extension {
  return Extension.create({
    name: 'highlights',
    addProseMirrorPlugins: () => [
      new Plugin<Kept>({
        key: KEY,
        state: {
          init: (_config, { doc }) => ({ shown: NOTHING, marks: marksOf(doc, NOTHING) }),
          apply: (tr, kept) => next(tr, kept),
        },
        props: {
          decorations: (state) => KEY.getState(state)?.marks,
          handleClick(_view, _position, event) {
            const target = event.target instanceof Element ? event.target.closest('[data-lint], mark[data-thread]:not(.is-settled)') : null
            const id = target?.getAttribute('data-lint') ?? target?.getAttribute('data-thread') ?? null
            if (id !== null) onOpen(id)
            return false
          },
        },
      }),
    ],
  })
}

/** Shows these highlights from now on. Those that are shown already, having moved with the text, cost nothing. */
export function showHighlights(editor: Editor, shown: Highlights): void {
  const now = KEY.getState(editor.state)?.shown
  if (now !== undefined && textOf(now) === textOf(shown)) return
  editor.view.dispatch(editor.state.tr.setMeta(KEY, shown).setMeta('addToHistory', false))
}

const textOf = ({ settled, ...rest }: Highlights): string =>
  JSON.stringify([[...settled].toSorted(), rest.open, rest.passage, rest.lint.map(({ id, from, to, weight }) => [id, from, to, weight])])

function next(tr: Transaction, { shown, marks }: Kept): Kept {
  const given = tr.getMeta(KEY) as Highlights | undefined
  if (given !== undefined) return { shown: given, marks: marksOf(tr.doc, given) }
  if (!tr.docChanged) return { shown, marks }
  const moved: Highlights = {
    ...shown,
    lint: shown.lint.map((mark) => ({ ...mark, from: tr.mapping.map(mark.from, 1), to: tr.mapping.map(mark.to, -1) })).filter(({ from, to }) => from < to),
    passage: shown.passage === null ? null : [tr.mapping.map(shown.passage[0], 1), tr.mapping.map(shown.passage[1], -1)],
  }
  return { shown: moved, marks: marksOf(tr.doc, moved) }
}

function marksOf(doc: Node, { open, settled, lint, passage }: Highlights): DecorationSet {
  const found = lint
    .filter(({ to }) => to <= doc.content.size)
    .map(({ id, from, to, weight }) => Decoration.inline(from, to, { class: `lint ${weight}${id === open ? ' is-open' : ''}`, 'data-lint': id }))
  if (passage !== null && passage[0] < passage[1]) found.push(Decoration.inline(...passage, { class: 'lint is-open' }))
  if (open === null && settled.size === 0) return DecorationSet.create(doc, found)
  doc.descendants((node, at) => {
    for (const { type, attrs } of node.marks) {
      if (type.name !== 'comment') continue
      const thread = String(attrs['thread'])
      if (thread === open) found.push(Decoration.inline(at, at + node.nodeSize, { class: 'is-open' }))
      else if (settled.has(thread)) found.push(Decoration.inline(at, at + node.nodeSize, { class: 'is-settled' }))
    }
    return true
  })
  return DecorationSet.create(doc, found)
}
