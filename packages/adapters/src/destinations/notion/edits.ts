import type { PageBlock } from '@blamefree/core'
import { canonical } from './canonical.ts'
import { splitPage } from './split.ts'

/** A passage of the page as it is, and what is to stand there. */
export interface Edit {
  readonly old_str: string
  readonly new_str: string
}

/** The most passages of one request that Notion takes. */
export const MOST_EDITS = 100
const MOST_CONTEXT = 4

/**
 * The passages that make one text the other, each so long that it occurs once; null where the whole has to be written: too many, too alike, or with addresses that
 * are signed anew at each reading.
 */
export function editsBetween(now: string, wanted: string): readonly Edit[] | null {
  const [before, after] = [splitPage(now), splitPage(wanted)]
  const edits: Edit[] = []
  for (const hunk of hunksOf(before, after)) {
    const edit = passage(now, before, { ...hunk, words: after.slice(hunk.toFrom, hunk.toEnd).map(({ text }) => text) })
    if (edit === null) return null
    edits.push(edit)
  }
  return edits.length > MOST_EDITS ? null : edits
}

interface Hunk {
  readonly from: number
  readonly end: number
  readonly toFrom: number
  readonly toEnd: number
}

function passage(now: string, before: readonly PageBlock[], { from, end, words }: Hunk & { readonly words: readonly string[] }): Edit | null {
  for (let context = end > from ? 0 : 1; context <= MOST_CONTEXT; context++) {
    const start = Math.max(0, from - context)
    const stop = start === from && context > 0 ? Math.min(before.length, end + context) : end
    const old = before.slice(start, stop).map(({ text }) => text)
    const old_str = old.join('\n')
    if (old_str === '' || /X-Amz-|file-upload:/.test(old_str)) return null
    if (occurrences(now, old_str) !== 1) continue
    const kept = (range: readonly PageBlock[]): string[] => range.map(({ text }) => text)
    const new_str = [...kept(before.slice(start, from)), ...words, ...kept(before.slice(end, stop))].join('\n')
    return { old_str, new_str }
  }
  return null
}

function occurrences(text: string, part: string): number {
  let count = 0
  for (let at = text.indexOf(part); at >= 0 && count < 2; at = text.indexOf(part, at + 1)) count++
  return count
}

/** Where two lists of pieces differ: what both begin and end with is passed over, the rest is compared by the longest common part. */
function hunksOf(before: readonly PageBlock[], after: readonly PageBlock[]): Hunk[] {
  const [a, b] = [before.map(({ text }) => canonical(text)), after.map(({ text }) => canonical(text))]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let tail = 0
  while (tail < a.length - start && tail < b.length - start && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const [rows, columns] = [a.length - tail - start, b.length - tail - start]
  if (rows === 0 && columns === 0) return []
  if (rows * columns > 1_000_000) return [{ from: start, end: start + rows, toFrom: start, toEnd: start + columns }]
  return commonHunks(a.slice(start, start + rows), b.slice(start, start + columns)).map(({ from, end, toFrom, toEnd }) => ({
    from: from + start,
    end: end + start,
    toFrom: toFrom + start,
    toEnd: toEnd + start,
  }))
}

function commonHunks(a: readonly string[], b: readonly string[]): Hunk[] {
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0
  for (let row = a.length - 1; row >= 0; row--)
    for (let column = b.length - 1; column >= 0; column--)
      lengths[row * width + column] = a[row] === b[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
  const hunks: Hunk[] = []
  let [row, column, from, toFrom] = [0, 0, 0, 0]
  const close = (): void => {
    if (row > from || column > toFrom) hunks.push({ from, end: row, toFrom, toEnd: column })
  }
  while (row < a.length && column < b.length) {
    if (a[row] === b[column]) {
      close()
      row++
      column++
      from = row
      toFrom = column
    } else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  row = a.length
  column = b.length
  close()
  return hunks
}
