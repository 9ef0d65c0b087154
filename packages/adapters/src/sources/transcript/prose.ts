/** Which lines of a Markdown document are prose, by number (1-based): what stands under a heading that names no timeline, outside of lists, tables, quotes and code. */
export function proseLines(lines: readonly string[]): ReadonlySet<number> {
  const prose = new Set<number>()
  if (!isDocument(lines)) return prose
  let [fenced, timeline] = [false, false]
  lines.forEach((line, index) => {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced
    else if (fenced) return
    else if (HEADING.test(line)) timeline = TIMELINE.test(line)
    else if (!timeline && !/^(?:\s*(?:[-*+•|>]|\d{1,3}[.)]\s)|\s{4}|\t)/.test(line)) prose.add(index + 1)
  })
  return prose
}

/** Two headings make a document; one alone may be the title of a list of times. */
export function isDocument(lines: readonly string[]): boolean {
  let [headings, fenced] = [0, false]
  for (const line of lines) {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced
    else if (!fenced && HEADING.test(line)) headings++
  }
  return headings > 1
}

const HEADING = /^#{1,6}\s+\S/
/** A heading of times: it says so, or it is a day. */
export const TIMELINE =
  /time\s?line|chronolog|sequence of events|what happened|events|\blog\b|history|updates|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b/i
