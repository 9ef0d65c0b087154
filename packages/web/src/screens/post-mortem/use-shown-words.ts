import { useRouterState } from '@tanstack/react-router'
import { TextSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'
import { placeOfWords, wordsOfHash } from '../../parts/named-words.ts'
import { elementAt } from './element-at.ts'

/** Chooses the words of the text that the address names, and brings them onto the screen: a hit of the search, a finding. */
export function useShownWords(editor: Editor | null): void {
  const hash = useRouterState({ select: (state) => state.location.hash })
  useEffect(() => {
    const words = wordsOfHash(hash)
    if (editor === null || words === null) return undefined
    // The text has its height a moment after the editor is there.
    const timer = setTimeout(() => show(editor, words), 200)
    return () => clearTimeout(timer)
  }, [editor, hash])
}

function show(editor: Editor, words: string): void {
  let found: readonly [number, number] | null = null
  editor.state.doc.descendants((node, at) => {
    if (found !== null || !node.isTextblock) return found === null
    const place = placeOfWords(node.textBetween(0, node.content.size, undefined, '\ufffc'), words)
    if (place !== null) found = [at + 1 + place[0], at + 1 + place[1]]
    return false
  })
  if (found === null) return
  const [from, to] = found as readonly [number, number]
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, from, to)))
  editor.view.focus()
  elementAt(editor, from)?.scrollIntoView({ block: 'center' })
}
