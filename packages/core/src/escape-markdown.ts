import { cleanText } from './clean-text.ts'
import { printInline } from './print-inline.ts'

/**
 * Somebody's plain text → Markdown that means just that text: nothing in it is markup. Line breaks become hard breaks, empty lines go, control
 * characters too. One paragraph. What a source gives as an event's text is made with this, or inline nodes printed with `printInline`.
 */
export function escapeMarkdown(text: string): string {
  if (HARMLESS.test(text)) return text
  const lines = text
    .split(/\r\n?|\n|\u2028|\u2029/)
    .map((line) => cleanText(line).trim())
    .filter((line) => line !== '')
  return lines.map((value) => printInline([{ type: 'text', value }], 'block')).join('\\\n')
}

/** Letters, digits and the commonest marks in one line, beginning with a letter: nothing here could be markup. */
const HARMLESS = /^[A-Za-z](?:[A-Za-z0-9 ,;()'"?/%+-]|:(?= )|\.(?= |$))*(?<! )$/
