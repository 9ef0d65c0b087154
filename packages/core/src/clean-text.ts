/**
 * Text as a document may hold it: no control characters, no lone surrogates (they become U+FFFD), no line endings (a line ending in prose is a space).
 * Everything else stays: CJK, emoji with their joiners, right-to-left marks.
 */
export function cleanText(text: string): string {
  if (!UNCLEAN.test(text)) return text
  return text.toWellFormed().replace(LINE_ENDINGS, ' ').replace(CONTROLS, '')
}

/** Code as a document may hold it: lines end in `\n`, blank lines are empty, tabs stay, control characters and lone surrogates do not. */
export function cleanCode(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '')
    .replace(/^[ \t]+$/gm, '')
}

const UNCLEAN = /[\u0000-\u001f\u007f\u0085\u2028\u2029\ud800-\udfff\ufffe\uffff]/
// Begun only where a run of blanks begins: from each blank of a long run it would be looked through again.
const LINE_ENDINGS = /(?<![ \t])[ \t]*[\r\n\u0085\u2028\u2029][ \t\r\n\u0085\u2028\u2029]*|\t/g
const CONTROLS = /[\u0000-\u001f\u007f\ufffe\uffff]/g
