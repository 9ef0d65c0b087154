import type { WordPages } from '@blamefree/core'

/** A Word file after somebody changed its text over there. */
export function editedWord(word: WordPages, bytes: Uint8Array, change: (text: string) => string): Uint8Array {
  const { title, text, marker } = word.read(bytes)
  return word.write({ title: title ?? '', text: change(text), files: [], labels: [], losses: [], problems: [] }, marker ?? '', bytes)
}
