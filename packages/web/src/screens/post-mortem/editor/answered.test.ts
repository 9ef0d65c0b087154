import { editorOfTree, schema } from '@blamefree/editor'
import { parseMarkdown } from '@blamefree/core'
import { Node } from '@tiptap/pm/model'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { answered } from './answered.ts'

const TEXT = `
## Summary

:::generated{of=summary}
*To be written: nobody has summed it up yet.*
:::

## Impact

Affected services: checkout.

*To be written: what it meant for users.*

*[a graph]*

## Notes

*To be written: what was said.*
`

describe('what asked for a section to be written', () => {
  test('goes with the first words in a new line of the section, the container of the machine too', () => {
    const { state, line } = withLineUnder('Summary')
    const written = state.apply(state.tr.insertText('T', line))
    assert.deepEqual(gone(state, written), ['To be written: nobody has summed it up yet.'])
  })

  test('goes beside words of a template, and what is in brackets stays', () => {
    const { state, line } = withLineUnder('Impact')
    assert.deepEqual(gone(state, state.apply(state.tr.insertText('Nobody could pay.', line))), ['To be written: what it meant for users.'])
  })

  test('stays while a list, a heading or a command is begun', () => {
    for (const sign of ['-', '1', '##', '/t', '@A', '[ ]']) {
      const { state, line } = withLineUnder('Notes')
      assert.deepEqual(gone(state, state.apply(state.tr.insertText(sign, line))), [], sign)
    }
  })

  test('stays when words that are there already are changed, and under a heading that is written', () => {
    const { state } = withLineUnder('Notes')
    const { doc, tr } = state
    const inside = place(doc, 'Affected services')
    const changed = state.apply(tr.setSelection(TextSelection.create(doc, inside + 3)))
    assert.deepEqual(gone(changed, changed.apply(changed.tr.insertText('x'))), [])
    const heading = state.apply(state.tr.setSelection(TextSelection.create(doc, place(doc, 'Notes') + 2)))
    assert.deepEqual(gone(heading, heading.apply(heading.tr.insertText('x'))), [])
  })
})

/** The text with an empty line under a heading, and the caret in it. */
function withLineUnder(title: string): { readonly state: EditorState; readonly line: number } {
  const doc = Node.fromJSON(schema, editorOfTree(parseMarkdown(TEXT).tree))
  const state = EditorState.create({ doc })
  const line = place(doc, title) + title.length + 2
  const tr = state.tr.insert(line - 1, schema.nodes['paragraph']?.create() ?? assert.fail())
  return { state: state.apply(tr.setSelection(TextSelection.create(tr.doc, line))), line }
}

/** Where the words of a block begin. */
function place(doc: Node, words: string): number {
  let found = -1
  doc.descendants((node, at) => {
    if (node.isTextblock && node.textContent.startsWith(words)) found = at + 1
  })
  return found
}

const gone = (before: EditorState, after: EditorState): string[] => answered(before, after).map(({ from, to }) => after.doc.textBetween(from, to))
