import { openPostMortem } from '@blamefree/core'
import { seenInDocument, type FormatReader } from '../../testing/seen.ts'

/** Reads what `json` wrote with the house's own opener. */
export const jsonReader: FormatReader = {
  read: ({ bytes, name }) => {
    const text = new TextDecoder().decode(bytes)
    const seen = seenInDocument(openPostMortem(text, name).document)
    const { audience } = JSON.parse(text) as { audience?: string }
    return { ...seen, words: `${seen.words} ${audience ?? ''}` }
  },
}
