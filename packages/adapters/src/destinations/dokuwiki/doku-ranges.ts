/** A part of a text that goes on over several lines, from its first character to behind its last. */
export interface DokuRange {
  readonly from: number
  readonly to: number
}

/** Tags whose content is not looked at. */
const RAW = 'code|file|nowiki|html|HTML|php|PHP'
const TOKEN = new RegExp(`<(${RAW})\\b[^<>\\n]*>|<(/?)(WRAP|wrap|div|hidden)\\b[^<>\\n]*>|\\(\\(|\\)\\)|%%`, 'g')

/**
 * Everything that goes on over several lines, none within another: code, what is shown as it is, notes, and the boxes of extensions. What is opened and never closed is
 * none. Takes time in proportion to the text.
 */
export function dokuRanges(text: string): DokuRange[] {
  const found: DokuRange[] = []
  const boxes: number[] = []
  const endless = new Set<string>()
  let note = -1
  const pattern = new RegExp(TOKEN)
  /** Goes on behind the closing of something that is not looked at. */
  const pass = (from: number, closing: string): void => {
    if (endless.has(closing)) return
    const at = text.indexOf(closing, pattern.lastIndex)
    if (at < 0) return void endless.add(closing)
    pattern.lastIndex = at + closing.length
    found.push({ from, to: pattern.lastIndex })
  }
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [token, raw, slash] = match
    if (raw !== undefined) pass(match.index, `</${raw}>`)
    else if (token === '%%') {
      // Over the end of a line only somebody’s percent signs would pair.
      const at = text.indexOf('%%', pattern.lastIndex)
      const line = text.indexOf('\n', pattern.lastIndex)
      if (at >= 0 && (line < 0 || at < line)) pattern.lastIndex = at + 2
    } else if (token === '((') note = note < 0 ? match.index : note
    else if (token === '))') {
      if (note >= 0 && !/\n[ \t]*\n/.test(text.slice(note, match.index))) found.push({ from: note, to: pattern.lastIndex })
      note = -1
    } else if (slash === '') boxes.push(match.index)
    else {
      const from = boxes.pop()
      if (from !== undefined) found.push({ from, to: pattern.lastIndex })
    }
  }
  return outermost(found)
}

function outermost(ranges: readonly DokuRange[]): DokuRange[] {
  const kept: DokuRange[] = []
  for (const range of ranges.toSorted((one, two) => one.from - two.from || two.to - one.to)) if (range.from >= (kept.at(-1)?.to ?? 0)) kept.push(range)
  return kept
}
