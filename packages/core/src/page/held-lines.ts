/** A line of a text, or several that one construct holds together. */
export interface HeldLine {
  readonly text: string
  readonly from: number
}

/** A text in lines; what goes on over several of them (`ranges`, in order, none within another) is one, with what stands beside it. Takes time in proportion to the text. */
export function heldLines(text: string, ranges: readonly { readonly from: number; readonly to: number }[]): HeldLine[] {
  const lines: HeldLine[] = []
  let next = 0
  let from = 0
  while (from <= text.length) {
    let end = text.indexOf('\n', from)
    while (end >= 0) {
      while (next < ranges.length && (ranges[next]?.to ?? 0) <= end) next++
      const range = ranges[next]
      if (range === undefined || range.from > end) break
      end = text.indexOf('\n', range.to)
    }
    if (end < 0) end = text.length
    lines.push({ text: text.slice(from, end), from })
    from = end + 1
  }
  return lines
}
