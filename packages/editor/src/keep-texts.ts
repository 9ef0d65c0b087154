import * as Y from 'yjs'
import { TEXTBLOCKS } from './editor-node.ts'
import { FRAGMENT } from './yjs-to-editor.ts'

/** The origin of what is added here: nobody's own change, so that undo leaves it alone. */
const KEPT = Symbol('keep-texts')

/**
 * Gives each paragraph, heading, title and code block that is made here, or emptied, a shared text to begin in, as long as the shared document is there. The editor's binding by itself makes one
 * with the first letter: when two people begin in the same place, there are two, each of them joins both into one, and letters that one has typed are there twice.
 */
export function keepTexts(ydoc: Y.Doc): void {
  ydoc.getXmlFragment(FRAGMENT).observeDeep((events, { local }) => {
    if (!local) return
    const places = events.flatMap(({ target, changes }) => [
      target,
      ...changes.delta.flatMap(({ insert }) => (Array.isArray(insert) ? (insert as unknown[]) : [])),
    ])
    const without = new Set(places.flatMap(withoutText))
    if (without.size > 0) ydoc.transact(() => without.forEach((element) => element.insert(0, [new Y.XmlText()])), KEPT)
  })
}

/** The places for words in something shared, itself among them, that have nothing in them. */
function withoutText(shared: unknown): Y.XmlElement[] {
  if (!(shared instanceof Y.XmlElement)) return []
  if (TEXTBLOCKS.has(shared.nodeName)) return shared.length === 0 ? [shared] : []
  return shared.toArray().flatMap(withoutText)
}
