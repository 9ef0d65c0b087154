/** The line with which code begins: the fence, and the name of the language. Code inside of a line has its end in it. */
export const FENCE = /^(`{3,})([^`]*)$/

/** Where the block that begins at a line ends: the number of the line after it. Blocks with a closing tag or fence end there, all others with what is indented below them. */
export function pieceEnd(lines: readonly string[], start: number): number {
  const line = lines[start] ?? ''
  const fence = FENCE.exec(line)?.[1]
  if (fence !== undefined) return after(lines, start + 1, (next) => next.trim() === fence)
  const tag = /^<(table|callout|details|columns|synced_block|meeting-notes)\b/.exec(line)?.[1]
  if (tag !== undefined && !new RegExp(`</${tag}>\\s*$`).test(line)) return after(lines, start + 1, (next) => next.startsWith(`</${tag}>`))
  const fenced = /^(:{3,})\s*\S/.exec(line)?.[1]
  if (fenced !== undefined) return after(lines, start + 1, (next) => next.trim() === fenced)
  let end = start + 1
  while (end < lines.length && lines[end]?.startsWith('\t') === true) end++
  return end
}

/** Where a table's row that begins at a line ends. */
export function rowEnd(lines: readonly string[], start: number): number {
  return /<\/tr>\s*$/.test(lines[start] ?? '') ? start + 1 : after(lines, start + 1, (next) => /^\s*<\/tr>/.test(next))
}

/** What stands below the first line of a block, a tab less deep. */
export const childLines = (piece: readonly string[]): string[] => piece.slice(1).map((line) => line.replace(/^\t/, ''))

/** An attribute of a tag or of a fence; null where it has none. */
export function attributeOf(line: string, name: string): string | null {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(line)?.[1] ?? null
}

function after(lines: readonly string[], from: number, isLast: (line: string) => boolean): number {
  for (let index = from; index < lines.length; index++) if (isLast(lines[index] ?? '')) return index + 1
  return lines.length
}
