import { escapeText } from './inline/print-runs.ts'
import { plainLine } from './plain-line.ts'

/** A page's text in two: what people wrote and see, and the mark that its last line carries. */
export function withoutMark(text: string): { readonly text: string; readonly marker: string | null } {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const at = lines.findLastIndex((line) => line.includes(WORDS.trim()) && MARK.test(plainLine(line)))
  if (at < 0) return { text, marker: null }
  return { text: [...lines.slice(0, at), ...lines.slice(at + 1)].join('\n').replace(/\n+$/, ''), marker: MARK.exec(plainLine(lines[at] ?? ''))?.[1] ?? null }
}

/** The text with the mark as its last line, in grey. */
export function withMark(text: string, marker: string): string {
  return `${withoutMark(text).text}\n<span color="gray">${WORDS}${escapeText(marker)}</span>`
}

const WORDS = 'Blamefree page '
const MARK = /^Blamefree page (\S(?:.*\S)?)$/

/** Stands on a page while it is being written in several requests, where it goes on. No character in it is escaped anywhere. */
export const GOES_ON = 'Blamefree is still writing this page'

/** Whether these are words that we write beside the text: they are not part of it. */
export const isOurs = (words: string): boolean => words.trim() === GOES_ON || MARK.test(words.trim())
