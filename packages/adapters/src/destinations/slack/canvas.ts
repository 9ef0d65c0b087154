import { textAt } from '@blamefree/core'

/**
 * What is so with a message's canvas, as the message's metadata keeps it.
 * `pending`: not there, or not known to be read-only: its words may be somebody's. `read-only`: ours alone. `behind`: ours alone, and its last change failed.
 * `none`: Slack makes none here.
 */
export interface Canvas {
  readonly state: 'pending' | 'read-only' | 'behind' | 'none'
  readonly id: string | null
  readonly url: string | null
  /** Whether the message links to it. Not kept. */
  readonly shown: boolean
}

/** A canvas that is still to be made. */
export const PENDING: Canvas = { state: 'pending', id: null, url: null, shown: false }

/** A canvas as words to keep. */
export function canvasWords({ state, id, url }: Canvas): Record<string, string> {
  return { canvas_state: state, ...(id === null ? {} : { canvas: id }), ...(url === null ? {} : { canvas_url: url }) }
}

/** Kept words as a canvas; null where none was ever wanted. */
export function canvasOf(words: unknown): Canvas | null {
  const state = (['pending', 'read-only', 'behind', 'none'] as const).find((known) => known === textAt(words, 'canvas_state'))
  return state === undefined ? null : { state, id: textAt(words, 'canvas'), url: textAt(words, 'canvas_url'), shown: false }
}
