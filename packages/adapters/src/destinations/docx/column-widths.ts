/**
 * The widths of a table's columns in twips, summing to `total`. A column whose longest line is short keeps it on one line, so that a timeline's
 * times are narrow and aligned; the others share what is left by how much they hold, none narrower than its longest word where that can be.
 */
export function columnWidths(rows: readonly (readonly string[])[], total: number, margins: number): number[] {
  const columns = (rows[0] ?? []).map((_, column) => wanted(rows, column, margins))
  const available = Math.max(total, columns.length)
  const share = available / Math.max(1, columns.length)
  const least = columns.map(({ line, word }) => (line <= Math.max(share * 0.75, available * (columns.length < 4 ? 0.26 : 0.14)) ? line : Math.min(word, share)))
  const most = columns.map(({ line, weight }, index) => Math.max(least[index] ?? 0, Math.min(line, weight)))
  const spare = available - sum(least)
  const wishes = most.map((wish, index) => wish - (least[index] ?? 0))
  const wished = sum(wishes)
  const widths = least.map((width, index) => {
    if (spare < 0) return (width / sum(least)) * available
    return width + (wished > 0 ? ((wishes[index] ?? 0) / wished) * spare : (width / Math.max(1, sum(least))) * spare)
  })
  return whole(widths, available)
}

interface Wanted {
  /** Everything on one line. */
  readonly line: number
  readonly word: number
  /** Between the average and the longest cell: long outliers do not starve the others. */
  readonly weight: number
}

function wanted(rows: readonly (readonly string[])[], column: number, margins: number): Wanted {
  let line = 0
  let word = 0
  let all = 0
  rows.forEach((row, index) => {
    const text = row[column] ?? ''
    const width = textWidth(text) * (index === 0 ? 1.08 : 1)
    all += width
    line = Math.max(line, width)
    if (width > word)
      for (const piece of text.split(/[\s-]+/)) if (piece.length * 2.1 * DIGIT > word) word = Math.max(word, Math.min(textWidth(piece), LONGEST_WORD))
  })
  const average = all / Math.max(1, rows.length)
  return { line: line + margins + SLACK, word: word + margins + SLACK, weight: Math.sqrt(Math.max(1, average) * Math.max(1, line)) + margins + SLACK }
}

/** Twips of a digit of the table's text at 9.5 points, in the widest font that may stand in for ours. */
const DIGIT = 108
const LONGEST_WORD = 20 * DIGIT
/** Fonts differ: what fits by our count must also fit in the font that stands in for the one we name. */
const SLACK = 60

function textWidth(text: string): number {
  if (/^[ -~]*$/.test(text)) {
    // Past that a line is long whatever its letters are.
    if (text.length > 60) return text.length * DIGIT * 0.9
    let twentieths = 0
    for (let index = 0; index < text.length; index += 1) twentieths += TWENTIETHS[text.charCodeAt(index)] ?? 20
    return (twentieths / 20) * DIGIT
  }
  let units = 0
  for (const character of text) units += /[\u1100-\u11ff\u2e80-\uffdf]|[\u{1f000}-\u{3ffff}]/u.test(character) ? 2 : /\p{M}|\u200d/u.test(character) ? 0 : 1.05
  return units * DIGIT
}

/** How wide the characters of ASCII are, by their codes, in twentieths of a digit. */
const TWENTIETHS: readonly number[] = Array.from({ length: 127 }, (_, code) => {
  const character = String.fromCharCode(code)
  return " ijl.,:;!|'()[]ft".includes(character) ? 11 : 'MWmw@%'.includes(character) ? 32 : 20
})

function sum(values: readonly number[]): number {
  let total = 0
  for (const value of values) total += value
  return total
}

function whole(widths: readonly number[], total: number): number[] {
  const rounded = widths.map((width) => Math.max(1, Math.floor(width)))
  const widest = rounded.indexOf(Math.max(...rounded))
  if (widest >= 0) rounded[widest] = Math.max(1, (rounded[widest] ?? 0) + total - sum(rounded))
  return rounded
}
