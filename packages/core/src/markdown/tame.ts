import type { Problem } from '../problem.ts'

/** The deepest that quotes and lists may nest, and the most marks that one paragraph may hold: beyond them the parser takes seconds. */
const DEEPEST = 40
const MOST_MARKS = 1000
const MARKERS = new RegExp(`^((?:[ \\t]{0,3}(?:>|[-*+](?=[ \\t]|$)|\\d{1,9}[.)](?=[ \\t]|$))[ \\t]?){${DEEPEST}})(.+)$`)
const INDENTED = new RegExp(`^[ \\t]{${DEEPEST * 4},}(?=\\S)`)

/**
 * Text that the parser reads in linear time: what nests absurdly deep, and marks beyond any honest number in a paragraph, are escaped, with a problem
 * each. Other text comes back as it is. Lines stay where they are.
 */
export function tame(text: string): { readonly text: string; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const lines = text.split('\n')
  let marks = 0
  let changed = false
  for (const [index, line] of lines.entries()) {
    const isRow = /^\s*\|/.test(line)
    marks = isRow || line.trim() === '' ? 0 : marks
    marks += line.length < 20 ? 0 : countMarks(line)
    let result = flatLine(line)
    if (result !== line) problems.push(problem('markdown/depth', `Quotes or lists nest deeper than ${DEEPEST} levels here; the rest is shown as text.`, index))
    if (marks > MOST_MARKS) {
      problems.push(problem('markdown/marks', `This paragraph holds more than ${MOST_MARKS} marks; the rest is shown as text.`, index))
      result = result.replace(/(?<!\\)[*_~[\]`!<]/g, '\\$&')
    }
    if (result !== line) {
      lines[index] = result
      changed = true
    }
  }
  return changed ? { text: lines.join('\n'), problems: problems.slice(0, 20) } : { text, problems }
}

function countMarks(line: string): number {
  let count = 0
  for (let index = 0; index < line.length; index++) {
    const code = line.charCodeAt(index)
    if (code === 42 || code === 95 || code === 91 || code === 126) count++
  }
  return count
}

function flatLine(line: string): string {
  if (line.length <= DEEPEST) return line
  if (INDENTED.test(line)) return line.replace(INDENTED, ' '.repeat(DEEPEST * 4))
  const match = MARKERS.exec(line)
  if (match === null) return line
  const rest = match[2] ?? ''
  return /^[ \t]*(?:[>*+-]|\d{1,9}[.)])/.test(rest) ? `${match[1]}${rest.replace(/([>*+\-.)])/g, '\\$1')}` : line
}

function problem(code: string, message: string, index: number): Problem {
  return { code, message, hint: 'Check where this text comes from.', weight: 'warning', place: { line: index + 1, column: 1 } }
}
