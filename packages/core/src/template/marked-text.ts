import { readExpression, type Expression } from './expression.ts'

/**
 * A template's text in which each `{{ … }}` has become a word of as many private-use characters, so that Markdown cannot see into it, a table's `|`
 * cannot cut it, and every line and column stays. `parts` finds the expressions in any string of the parsed tree again.
 */
export interface MarkedText {
  readonly text: string
  readonly expressions: readonly Expression[]
  /** A string of the tree → what stands in it. */
  readonly parts: (value: string) => (string | Expression)[]
  /** A string of the tree as the author wrote it. */
  readonly restore: (value: string) => string
}

const SPAN = 18
const MOST = 4096

/** Finds the expressions of a template. One must end on its line; quotes may hold `}}`; `\{{` is no expression. */
export function markExpressions(body: string): MarkedText {
  const base = freeBase(body)
  const expressions: Expression[] = []
  const at = (shift: number): string => String.fromCharCode(base + shift)
  const text = body.replace(EXPRESSION, (source: string, offset: number) => {
    if (isEscaped(body, offset) || expressions.length >= MOST) return source
    const digits = expressions.length.toString(16).replace(/./g, (digit) => at(1 + Number.parseInt(digit, 16)))
    expressions.push(readExpression(source, offset))
    return (at(0) + digits).padEnd(source.length, at(17))
  })
  const mark = new RegExp(`${at(0)}([${at(1)}-${at(16)}]+)${at(17)}*`, 'g')
  const parts = (value: string): (string | Expression)[] => {
    if (!value.includes(at(0))) return [value]
    const found: (string | Expression)[] = []
    let end = 0
    for (const match of value.matchAll(mark)) {
      const digits = (match[1] ?? '').replace(/./g, (digit) => (digit.charCodeAt(0) - base - 1).toString(16))
      const expression = expressions[Number.parseInt(digits, 16)]
      if (match.index > end) found.push(value.slice(end, match.index))
      if (expression !== undefined) found.push(expression)
      end = match.index + match[0].length
    }
    if (end < value.length) found.push(value.slice(end))
    return found
  }
  const restore = (value: string): string =>
    parts(value)
      .map((part) => (typeof part === 'string' ? part : part.source))
      .join('')
  return { text, expressions, parts, restore }
}

const EXPRESSION = /\{\{(?:"[^"\r\n]*"|'[^'\r\n]*'|(?!\}\})[^"'\r\n])*\}\}/g

/** Whether an odd number of backslashes stands before. */
export function isEscaped(text: string, offset: number): boolean {
  let count = 0
  while (text[offset - 1 - count] === '\\') count++
  return count % 2 === 1
}

/** The beginning of a stretch of the private use area that the text does not use. */
function freeBase(body: string): number {
  const used = new Set(Array.from(body.match(/[\ue000-\uf8ff]/g) ?? [], (character) => Math.floor((character.charCodeAt(0) - 0xe000) / SPAN)))
  let stretch = 0
  while (used.has(stretch) && stretch < 350) stretch++
  return 0xe000 + stretch * SPAN
}
