import { differences, type PageBlock } from '@blamefree/core'
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
  const sums = (blocks: readonly PageBlock[]): string[] => blocks.map(({ text }) => canonical(text))
  for (const { from, to, nowFrom, nowTo } of differences(sums(before), sums(after))) {
    const edit = passage(now, before, { from, end: to, words: after.slice(nowFrom, nowTo).map(({ text }) => text) })
    if (edit === null) return null
    edits.push(edit)
  }
  return edits.length > MOST_EDITS ? null : edits
}

interface Passage {
  readonly from: number
  readonly end: number
  readonly words: readonly string[]
}

function passage(now: string, before: readonly PageBlock[], { from, end, words }: Passage): Edit | null {
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
