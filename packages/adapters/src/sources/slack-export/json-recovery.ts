/** What could be read of a list whose JSON is damaged. */
export interface Recovered {
  readonly items: readonly unknown[]
  /** Line and column of the first thing that could not be read, 1-based. */
  readonly line: number
  readonly column: number
  /** Whether the text ends before the list does. */
  readonly truncated: boolean
}

/**
 * The whole items of a list, or of the first list in an object, of a text that is not whole JSON. Follows quotes and brackets without a stack of
 * calls, so that depth is no danger; an item that cannot be parsed is passed over.
 */
export function recoverItems(text: string): Recovered {
  const start = text.indexOf('[')
  const items: unknown[] = []
  let fault = start < 0 ? 0 : -1
  let depth = 0
  let begin = -1
  let at = start < 0 ? text.length : start
  const take = (from: number, to: number): void => {
    const item = parsed(text.slice(from, to))
    if (item !== undefined) items.push(item)
    else if (fault < 0) fault = from
  }
  for (; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === QUOTE) {
      const end = stringEnd(text, at)
      if (end < 0) break
      at = end
    } else if (character === OPEN_BRACE || character === OPEN_BRACKET) {
      if (depth === 1 && begin < 0) begin = at
      depth++
    } else if (character === CLOSE_BRACE || character === CLOSE_BRACKET) {
      depth--
      if (depth === 1 && begin >= 0) {
        take(begin, at + 1)
        begin = -1
      }
      if (depth === 0) break
    }
  }
  const truncated = depth > 0 || start < 0
  if (truncated && fault < 0) fault = begin >= 0 ? begin : text.length
  return { items, ...position(text, Math.max(0, truncated && begin >= 0 && fault === begin ? text.length : fault)), truncated }
}

const [QUOTE, BACKSLASH, OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [34, 92, 123, 125, 91, 93]

function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === BACKSLASH) at++
    else if (character === QUOTE) return at
  }
  return -1
}

function position(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
